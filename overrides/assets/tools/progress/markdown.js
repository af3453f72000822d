// The whole list with its marks, as Markdown for an editor, GitHub or paper: "- [x] Write six stories (2 h 30 min)".
// Pure.

import { writtenMinutes } from "../shared/dates.js";
import { escaped } from "../shared/output/output.js";
import { isMine } from "../shared/track/track.js";

/** sections = [{ name: "Checklist", items: [{ id, part, track, minutes, text }] }] */
export function progressAsMarkdown(sections, done, track) {
  const marks = new Set(done);
  const line = ({ id, text, minutes }) =>
    `- [${marks.has(id) ? "x" : " "}] ${escaped(text)} (${writtenMinutes(minutes)})`;
  const part = (name, items) => `### ${escaped(name)}\n\n${items.map(line).join("\n")}\n`;
  const section = ({ name, items }) => {
    const mine = items.filter((item) => isMine(track, item));
    const parts = [...new Set(mine.map((item) => item.part))];
    return `## ${name}\n\n${parts
      .map((heading) =>
        part(
          heading,
          mine.filter((item) => item.part === heading),
        ),
      )
      .join("\n")}`;
  };
  return `# My preparation\n\n${sections.map(section).join("\n")}`;
}
