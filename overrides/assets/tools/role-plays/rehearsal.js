// A role-play alone, as plain values: a graph of turns, and the reader's path through it.
//
//   play = { id, turns: [{ id, they_say, they_want, replies: [{ id, say, quality, trust, reaction, next }] }],
//            endings: [{ id, result, they_say, outcome }], ... }
//   path = ["which-account", ...], the id of one reply a turn, from the first turn on

export const TRUST = { start: 3, most: 5 };

/**
 * Follows a path: { steps: [{ turn, reply, trust }], turn, ending, trust }, with the next turn or the ending. A newer
 * guide may have dropped a reply of a saved path: the walk stops before it.
 */
export function walk(play, path = []) {
  const steps = [];
  let turn = play.turns[0];
  let trust = TRUST.start;
  for (const id of path) {
    const reply = turn?.replies.find((choice) => choice.id === id);
    if (!reply) break;
    trust = Math.max(1, Math.min(TRUST.most, trust + reply.trust));
    steps.push({ turn, reply, trust });
    turn = play.turns.find((next) => next.id === reply.next);
  }
  const ending = turn ? undefined : play.endings.find((end) => end.id === steps.at(-1)?.reply.next);
  return { steps, turn, ending, trust };
}

/** The part of a path that the role-play still has. */
export const knownPath = (play, path) => walk(play, path).steps.map(({ reply }) => reply.id);

/** The replies of a turn, in an order that gives nothing away but is the same on each visit. */
export const shuffled = (play, turn) =>
  turn.replies
    .map((reply) => ({ reply, key: hashOf(`${reply.id}/${turn.id}/${play.id}`) }))
    .sort((a, b) => a.key - b.key)
    .map(({ reply }) => reply);

// FNV-1a with a final mix: without it the high bits hardly differ between texts with the same ending.
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The turns of a path with a better reply than the one that was given: [{ turn, reply, better }, ...]. */
export const costsOf = (play, path) =>
  walk(play, path).steps.flatMap(({ turn, reply }) =>
    reply.quality === "strong"
      ? []
      : [{ turn, reply, better: turn.replies.find(({ quality }) => quality === "strong") }],
  );
