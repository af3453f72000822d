// A decoded post as text and as Markdown. Pure; `found` as decode.js returns it.

import { grouped } from "../shared/counts.js";
import { escaped } from "../shared/output/output.js";

export const TRACKS = { pm: "PM", pmm: "PMM" };
export const REQUIREMENTS = { required: "Required", preferred: "Preferred", named: "Named" };
const spoken = (amount) => `$${grouped(amount)}`;
export const ends = (low, high) => `${spoken(low)} to ${spoken(high)}`;
/** "Base $1 to $2; San Francisco Bay and New York $3 to $4", a month or an hour where the post says so. */
export function payOf({ low, high, metro, per }) {
  const unit = per === "year" ? "" : ` ${per === "hour" ? "an hour" : "a month"}`;
  return `${ends(low, high)}${unit}${metro ? `; San Francisco Bay and New York ${ends(...metro)}${unit}` : ""}`;
}
/** Other ranges that a post prints, such as that of a second code, or "". */
export const othersOf = ({ others }) =>
  others.length ? ` It also prints ${others.map((range) => payOf(range)).join(", and ")}.` : "";
export const titleOf = ({ title, track }) => title || `A ${TRACKS[track]} post`;
export const codesOf = ({ code, track }) =>
  `${TRACKS[track]}${code.codes.length ? `, ${code.codes.join(" or ")}` : ""}`;
const minutesOf = ([low, high]) => (low ? `, ${low === high ? low : `${low} to ${high}`} minutes` : "");
export const roundName = ({ name, minutes }) => `${name}${minutesOf(minutes)}`;

/** "It asks for 5, as usual. 9 posts with this code ask for 4 or 5." or "". */
export function yearsLine({ stated, usual, n, says }) {
  if (stated === null && !usual.length) return "";
  const seen = usual.length ? ` ${n} posts with this code ask for ${usual.join(" or ")}.` : "";
  return `${stated === null ? "No years are named." : `It asks for ${stated}${says ? `, ${says}` : ""}.`}${seen}`;
}

/** `lacking`: names of competencies that no story shows; `loop`: a day or "". */
export function foundAsMarkdown(found, { lacking, loop }) {
  const { code, caution, themes, absent, rounds, cases, years } = found;
  return [
    `# ${escaped(titleOf(found))}`,
    "",
    `${codesOf(found)}. Code: ${escaped(code.how)}.${loop ? ` Loop on ${loop}.` : ""}`,
    "",
    ...(caution ? [escaped(caution), ""] : []),
    ...part("Pay", line(payLine(found))),
    ...part("Years", line(yearsLine(years))),
    ...part("What it emphasizes", list(themes.map(themeLine))),
    ...part("Most posts name these and yours does not", list(absent.map(({ name }) => name))),
    ...part("Stories you still need", list(lacking)),
    ...part("Likely rounds", list(rounds.map(roundName))),
    ...part("Cases to work first", list(cases.map(({ title }) => title))),
  ].join("\n");
}

const part = (title, lines) => (lines.length ? [`## ${title}`, "", ...lines, ""] : []);
const list = (items) => items.map((item) => `- ${escaped(item)}`);
const line = (text) => (text ? [escaped(text)] : []);

const payLine = ({ range, history }) =>
  range ? `Base ${payOf(range)}: ${range.how}.${othersOf(range)} ${history.says}`.trim() : "No range is printed.";

const themeLine = ({ name, requirement, percent }) =>
  `${name}: ${REQUIREMENTS[requirement].toLowerCase()}, ${shareOf(percent)}`;

/** "in 28% of posts". */
export const shareOf = (percent) => (percent ? `in ${percent}% of posts` : "in none of our posts");

/** A name within a sentence: "AI" keeps its capitals. */
export const inSentence = (name) => (/^[A-Z]{2}/.test(name) ? name : name[0].toLowerCase() + name.slice(1));

/** The competencies that the post's themes ask for and that no story of the bank shows for the track. */
export function storiesLacking({ themes, track }, stories) {
  const wanted = [...new Set(themes.map(({ competency }) => competency))];
  return wanted.filter(
    (id) => !stories.some((story) => story.competencies?.includes(id) && story.tracks?.includes(track)),
  );
}
