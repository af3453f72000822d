// Checking off the sessions of a plan: a task that is split into several is done with the last of them. Pure.
//
//   plan = { days: [{ day, items: [{ id, minutes, part, parts, sat: true if ticked }] }], sat: [{ id, minutes }], ... }
//   plan.sat: minutes spent on tasks in earlier plans. Saved plans have these names, so they stay.

export const isTicked = (item, done) => Boolean(item.sat) || done.includes(item.id);

const changed = (plan, id, change) => ({
  ...plan,
  days: plan.days.map(({ day, items }) => ({
    day,
    items: items.map((item) => (item.id === id ? change(item) : item)),
  })),
});

/**
 * The plan with one session ticked or not, and whether that finishes its task: { plan, isDone }. A finished task has
 * its own mark, so its sessions have none. `wasDone`: the task was finished before, so its other sessions stay ticked.
 */
export function withTick(plan, { id, part }, isOn, wasDone) {
  const isFinished = (item) => (item.part === part ? isOn : Boolean(item.sat || wasDone));
  const isDone = plan.days
    .flatMap(({ items }) => items)
    .filter((item) => item.id === id)
    .every(isFinished);
  const tick = ({ sat, ...item }) => (!isDone && isFinished({ ...item, sat }) ? { ...item, sat: true } : item);
  return { plan: changed(plan, id, tick), isDone };
}
