// Which days of the list are new to a reader whose copy is of a given day. Days are text such as 2026-11-28.

/** Whether the copy may lack that day's changes; those of its own day may be newer than the copy. */
export const isNew = (day, since) => !since || day >= since;

/** The sentence above the list. */
export function summary(counts, since) {
  if (!since) return "";
  const count = counts.filter(([day]) => isNew(day, since)).reduce((sum, [, changes]) => sum + changes, 0);
  if (!count) return "Nothing changed since then. Your copy says what the guide says.";
  return count === 1 ? "1 change since then." : `${count} changes since then.`;
}
