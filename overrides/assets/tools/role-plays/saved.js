// The records of the role-plays: one for each rehearsal, and one for each conversation alone that is not finished.

export const KIND = "role-plays";

const UNFINISHED = "/talk";

/** The id of the record of an unfinished conversation, by its role-play. */
export const unfinishedId = (playId) => playId + UNFINISHED;

/** { saved: the rehearsals, the oldest first; unfinished: the path of replies by role-play } */
export function readSaved(records) {
  const isUnfinished = ({ id }) => id.endsWith(UNFINISHED);
  const unfinished = records.filter(isUnfinished).map(({ value }) => [value.play, value.path]);
  const saved = records.filter((record) => !isUnfinished(record));
  saved.sort((a, b) => (a.value.day < b.value.day ? -1 : 1));
  return { saved, unfinished: Object.fromEntries(unfinished) };
}
