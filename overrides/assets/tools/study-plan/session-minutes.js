// Minutes already spent on a task when a plan is made again; `sat` as in sessions.js. Pure, and loaded only then.

// The minutes spent on tasks not done yet, to be carried into the next plan: [{ id, minutes }].
export function carried({ days, sat: spent = [] }, done) {
  const minutes = new Map(spent.map((one) => [one.id, one.minutes]));
  for (const item of days.flatMap(({ items }) => items)) {
    if (item.sat) minutes.set(item.id, (minutes.get(item.id) ?? 0) + item.minutes);
  }
  return [...minutes].filter(([id]) => !done.includes(id)).map(([id, count]) => ({ id, minutes: count }));
}

// Tasks with their remaining minutes. A task not ticked as done takes at least one more step.
export function shortened(tasks, spent, least = 5) {
  const minutes = new Map(spent.map((one) => [one.id, one.minutes]));
  return tasks.map((task) => ({
    ...task,
    minutes: Math.max(Math.min(least, task.minutes), task.minutes - (minutes.get(task.id) ?? 0)),
  }));
}
