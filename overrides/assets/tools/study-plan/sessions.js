// Sittings of a plan: a task that is cut into several is ticked one sitting at a time, and is done with its last. Pure.
//
//   plan = { days: [{ day, items: [{ id, minutes, part, parts, sat: true if ticked }] }], sat: [{ id, minutes }], ... }
//   plan.sat: minutes spent on tasks in earlier plans.

export const isTicked = (item, done) => Boolean(item.sat) || done.includes(item.id);

const changed = (plan, id, change) => ({
  ...plan,
  days: plan.days.map(({ day, items }) => ({
    day,
    items: items.map((item) => (item.id === id ? change(item) : item)),
  })),
});

// The plan with one sitting ticked or not, and whether its task is done with that: { plan, isDone }. The mark of a task
// that is done says all, so its sittings keep none of their own. `wasDone`: it was, so its other sittings stay ticked.
export function withTick(plan, { id, part }, isOn, wasDone) {
  const isFinished = (item) => (item.part === part ? isOn : Boolean(item.sat || wasDone));
  const isDone = plan.days
    .flatMap(({ items }) => items)
    .filter((item) => item.id === id)
    .every(isFinished);
  const tick = ({ sat, ...item }) => (!isDone && isFinished({ ...item, sat }) ? { ...item, sat: true } : item);
  return { plan: changed(plan, id, tick), isDone };
}
