// The story bank as Markdown, with the reader's words escaped so that none of them becomes markup.

import { escaped } from "../shared/output/output.js";
import { PARTS } from "./hints.js";

export const NAMES = {
  situation: "Situation",
  task: "Task",
  action: "Action",
  result: "Result",
  reflection: "Reflection",
  pmAngle: "Angle for PM",
  pmmAngle: "Angle for PMM",
  worstQuestion: "The worst question, and your answer",
};
export const FIELDS = [...PARTS, "pmAngle", "pmmAngle", "worstQuestion"];
const TRACKS = { pm: "PM", pmm: "PMM" };

// Characters that are markup only at the start of a line.
const atStart = (line) => line.replace(/^([-+=]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
const block = (text) =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => atStart(escaped(line)))
    .join("\\\n");
const inLine = (text) => escaped(text.trim().replace(/\s+/g, " "));

export const titleOf = (story) => (story.title ?? "").trim() || "A story without a name";

/** `names`: a competency's name by its id; `day`: "2026-11-25". */
export function bankAsMarkdown(stories, names, day) {
  const parts = [`# My stories\n\nSaved on ${day}.`, ...stories.map((story) => storyAsMarkdown(story, names))];
  return `${parts.join("\n\n")}\n`;
}

function storyAsMarkdown(story, names) {
  const marks = [
    ["For", (story.tracks ?? []).map((track) => TRACKS[track])],
    ["Shows", (story.competencies ?? []).map((id) => names[id] ?? id)],
  ]
    .filter(([, list]) => list.length)
    .map(([what, list]) => `${what}: ${list.map(inLine).join(", ")}.`);
  const parts = FIELDS.filter((field) => story[field]?.trim()).map(
    (field) => `### ${NAMES[field]}\n\n${block(story[field])}`,
  );
  return [`## ${inLine(titleOf(story))}`, ...(marks.length ? [marks.join(" ")] : []), ...parts].join("\n\n");
}
