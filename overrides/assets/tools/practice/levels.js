// What each level adds to an answer: the line for the reader's own level first, and marked.

/** [[name, line, isMine]] of { 61: line, ... }. Without a line for the level the order is unchanged. */
export const ownLevelFirst = (lines, level) =>
  Object.entries(lines)
    .map(([name, line]) => [name, line, name === level])
    .sort(([, , a], [, , b]) => Number(b) - Number(a));
