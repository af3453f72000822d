// One text, changed in two places. `base` is what both started from, `theirs` what is kept now, `mine` what is to be kept.
// { text } if one of them left it alone or both say the same; { theirs } if a reader has to decide.
export function merged(base, mine, theirs) {
  if (theirs === base || theirs === mine) return { text: mine };
  return mine === base ? { text: theirs } : { theirs };
}
