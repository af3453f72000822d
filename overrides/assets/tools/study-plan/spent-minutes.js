// Minutes already spent on tasks when a plan is made again; `sat` as in ticks.js. Pure, and loaded only then.

/** The minutes spent on unfinished tasks, which the next plan takes into account: [{ id, minutes }]. */
export function carried({ days, sat: spent = [] }, done) {
  const minutes = new Map(spent.map((item) => [item.id, item.minutes]));
  for (const item of days.flatMap(({ items }) => items)) {
    if (item.sat) minutes.set(item.id, (minutes.get(item.id) ?? 0) + item.minutes);
  }
  return [...minutes].filter(([id]) => !done.includes(id)).map(([id, count]) => ({ id, minutes: count }));
}

/** Tasks with their remaining minutes. An unfinished task takes at least `least` more. */
export function shortened(tasks, spent, least = 5) {
  const minutes = new Map(spent.map((item) => [item.id, item.minutes]));
  return tasks.map((task) => ({
    ...task,
    minutes: Math.max(Math.min(least, task.minutes), task.minutes - (minutes.get(task.id) ?? 0)),
  }));
}
