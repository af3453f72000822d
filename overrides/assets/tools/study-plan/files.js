// A plan as Markdown, and as the events of a calendar. Pure; `words` as in text.js.

import { longDay, shortDay, writtenMinutes } from "../shared/dates.js";
import { escaped } from "../shared/output/output.js";
import { byWeek, itemName, minutesOf } from "./text.js";
import { isTicked } from "./ticks.js";

/** `out`: what is left out, as left-out.js lists it. */
export function planAsMarkdown({ days, loop, done, words, out }) {
  const box = (item) => `[${isTicked(item, done) ? "x" : " "}]`;
  const day = ({ day: date, items }) => [
    `### ${longDay(date)}, ${writtenMinutes(minutesOf(items))}`,
    "",
    ...items.map((item) => `- ${box(item)} ${escaped(itemName(item, words))}, ${writtenMinutes(item.minutes)}`),
    "",
  ];
  const week = ({ start, minutes, days: inside }) => [
    `## Week of ${shortDay(start)}, ${writtenMinutes(minutes)}`,
    "",
    ...inside.flatMap(day),
  ];
  return [
    `# My plan for the loop on ${longDay(loop)}`,
    "",
    ...byWeek(days).flatMap(week),
    ...part("Left out", out.never),
    ...part("Rounds to repeat if you find time", out.again),
    ...part("Questions to answer if you find time", out.questions),
  ].join("\n");
}

function part(title, items) {
  if (!items.length) return [];
  const lines = items.map(({ text, minutes }) => `- ${escaped(text)}, ${writtenMinutes(minutes)}`);
  return [`## ${title}, ${writtenMinutes(minutesOf(items))}`, "", ...lines, ""];
}

/** One all-day event a study day, and one for the loop. The host of `site` makes the ids of the events unique. */
export function planAsEvents({ days, loop, words, site, address }) {
  const host = new URL(site).host;
  const event = ({ day, items }) => ({
    id: `study-${day}@${host}`,
    day,
    title: `Prepare: ${writtenMinutes(minutesOf(items))}`,
    text: [...items.map((item) => `• ${itemName(item, words)}, ${writtenMinutes(item.minutes)}`), "", address].join(
      "\n",
    ),
  });
  return [...days.map(event), { id: `loop@${host}`, day: loop, title: "Your interview loop", text: address }];
}
