// What each level adds to an answer: the reader's own first, and marked.

// [[name, line, isMine]] of { 61: line, ... }. If a question has no line for the level, the order is unchanged.
export const inTurn = (lines, level) =>
  Object.entries(lines)
    .map(([name, line]) => [name, line, name === level])
    .sort(([, , one], [, , other]) => Number(other) - Number(one));
