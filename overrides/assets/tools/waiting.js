// What waits, from the days on which things are due (undefined: never tried): how many are due by `day`, never tried, or
// due later, and the next day on which something is ("" if nothing waits).
export function waiting(dues, day) {
  const later = dues.filter((due) => due > day);
  return {
    due: dues.filter((due) => due <= day).length,
    fresh: dues.filter((due) => due === undefined).length,
    later: later.length,
    next: later.sort()[0] ?? "",
  };
}
