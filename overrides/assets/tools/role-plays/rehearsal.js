// A role-play alone, as plain values: what was said in answer to each line so far.
//
//   play = { id, lines: [{ they_say, good_reply, weak_reply, consequence }, ...], ... }
//   said = ["good", "weak", ...], one word a line that was answered

export const isOver = (play, said) => said.length >= play.lines.length;

// The two replies to a line, in an order that tells nothing and stays the same when one comes back to it.
export function replies(play, turn) {
  const { good_reply, weak_reply } = play.lines[turn];
  const both = [
    { kind: "good", text: good_reply },
    { kind: "weak", text: weak_reply },
  ];
  return isOdd(`${turn}/${play.id}`) ? both.reverse() : both;
}

// One bit of FNV-1a. The turn comes first, so that each letter after it mixes it further; of the middle bits this is one
// with which every role-play has the good reply in both places.
function isOdd(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  return Boolean((hash >>> 21) & 1);
}

// The lines that were answered weakly, each with what it costs: [{ turn, consequence, good_reply }, ...].
export const costsOf = (play, said) =>
  said.slice(0, play.lines.length).flatMap((kind, turn) => {
    const { consequence, good_reply } = play.lines[turn];
    return kind === "weak" ? [{ turn, consequence, good_reply }] : [];
  });
