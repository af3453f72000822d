// A reader's progress: counts by part and track, and the next task. Pure.
//
//   item = { id, part: "Gather your evidence", track, minutes }
//   section = { name: "Checklist", items: [item] }

import { isMine } from "../shared/track/track.js";

/** [{ name, parts: [{ name, counts: { pm: { done, total, left }, pmm: … } }] }]; left is in minutes. */
export function counted(sections, done) {
  const marks = new Set(done);
  return sections.map(({ name, items }) => ({
    name,
    parts: [...new Set(items.map(({ part }) => part))].map((part) => ({
      name: part,
      counts: byTrack(
        items.filter((item) => item.part === part),
        marks,
      ),
    })),
  }));
}

/** The same for a whole section. */
export const totaled = ({ items }, done) => byTrack(items, new Set(done));

function byTrack(items, marks) {
  return Object.fromEntries(
    ["pm", "pmm"].map((track) => {
      const mine = items.filter((item) => isMine(track, item));
      const open = mine.filter(({ id }) => !marks.has(id));
      return [
        track,
        {
          done: mine.length - open.length,
          total: mine.length,
          left: open.reduce((sum, { minutes }) => sum + minutes, 0),
        },
      ];
    }),
  );
}

/** The first task that is not done after the one marked last, or the first one at all; undefined if all are done. */
export function following(tasks, done, last, track) {
  const marks = new Set(done);
  const at = tasks.findIndex(({ id }) => id === last?.id);
  const inOrder = [...tasks.slice(at + 1), ...tasks.slice(0, at + 1)];
  return inOrder.find((task) => isMine(track, task) && !marks.has(task.id));
}
