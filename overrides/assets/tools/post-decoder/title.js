// The title of a post and the track it names. Pure.

import { names, placeOf, signsOf, wordsOf } from "./signs.js";

const LONGEST_TITLE = 120;
const LONGEST_HEADING = 60;
const SHORT_HEAD = 10; // lines; a longer head is the menu of a page
// Words of a sentence, which no title has, and of a line with a discipline.
const NO_TITLE = /\b(degree|years?|you|your|you'll|we|our|i|is|are|will|experience in)\b|\b(IC[2-7]|M[4-7])\b/i;
const DISCIPLINE = /^(field )?product (management|marketing)$/i;
const BY_DISCIPLINE = [
  {
    track: "pmm",
    words: /product marketing\s*[-–,:]?\s*(IC[2-7]|M[4-7])\b|(profession|discipline):?\s+(field )?product marketing/i,
  },
  {
    track: "pm",
    words: /product management\s*[-–,:]?\s*(IC[2-7]|M[4-7])\b|(profession|discipline):?\s+product management/i,
  },
];

const isTitle = (line) => line.length <= LONGEST_TITLE && !NO_TITLE.test(line);
const trackOf = (line, lists) => signsOf(lists, "track").find(({ words }) => names(line, words));

// The track of the job that a line names; null for another job, undefined for none.
function jobIn(line, lists) {
  const found = trackOf(line, lists);
  const other = placeOf(line, wordsOf(lists, "other-role"));
  if (other >= 0 && (!found || other < placeOf(line, found.words))) return null;
  return found?.track;
}

const isHeading = (line, lists) => line.length < LONGEST_HEADING && names(line, wordsOf(lists, "heading"));

// "Sr." does not end a sentence.
const sentencesOf = (line) =>
  line
    .replace(/\b([SJ]r)\. /gi, "$1.\u00a0")
    .split(/[.;|·] /)
    .map((part) => part.replaceAll("\u00a0", " ").trim());

// The title in a line: in a post pasted as one line, the words before its place, number or first heading; in a
// sentence, the job.
function asTitle(named, lists) {
  const line = named.replace(/^(?:(?:job|position) )?title\s+/i, "");
  if (isTitle(line)) return line;
  const clause = sentencesOf(line).find((sentence) => trackOf(sentence, lists)) ?? line;
  const at = placeOf(clause, trackOf(clause, lists).words);
  const after = ["form", "us", "elsewhere", "heading"].flatMap((kind) => wordsOf(lists, kind));
  const end = placeOf(clause.slice(at), after);
  const title = (end < 0 ? clause : clause.slice(0, at + end)).replace(/[\s,(–-]+$/, "");
  if (isTitle(title)) return title;
  const before = /(?:[A-Z][\w./&-]*,?\s+)*$/.exec(clause.slice(0, at))?.[0] ?? "";
  const job = before + (/^[\w-]+ [\w-]+(?: manage\w*)?(?: (?:\d|I{1,3})\b)?/i.exec(clause.slice(at))?.[0] ?? "");
  return DISCIPLINE.test(job) ? "" : job;
}

// The jobs that the lines above the first heading name, and the line where the post's own data begin, or -1.
function headOf(text, lists) {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const heading = lines.findIndex((line) => isHeading(line, lists));
  const head = heading > 0 ? lines.slice(0, heading) : lines;
  const form = head.findIndex((line) => line.length < LONGEST_HEADING && placeOf(line, wordsOf(lists, "form")) === 0);
  const jobs = head
    .map((line, index) => ({ line, index, track: jobIn(line, lists) }))
    .filter(({ line, track }) => track !== undefined && !DISCIPLINE.test(line))
    // "Responsibilities: launches, with product managers" is not a title.
    .filter(({ line }) => placeOf(line, wordsOf(lists, "heading")) !== 0);
  return { head, form, jobs };
}

/** { title, track }. On a page that lists other jobs first, the title is the last one before the post's date and number. */
export function titleOf(text, lists) {
  const { head, form, jobs } = headOf(text, lists);
  const titles = jobs.filter(({ line }) => isTitle(line));
  const coded = BY_DISCIPLINE.find(({ words }) => words.test(text))?.track;
  const ofCode = titles.find(({ track }) => track && track === coded);
  const found = titles.findLast(({ index }) => index < form) ?? ofCode ?? titles[0] ?? jobs[0];
  if (found?.track) return { title: asTitle(found.line, lists), track: found.track };
  if (found) return { title: "", track: null };
  if (coded) return { title: head.length < SHORT_HEAD && isTitle(head[0]) ? head[0] : "", track: coded };
  const isOther = head.some((line) => line.length < LONGEST_HEADING && names(line, wordsOf(lists, "job")));
  return { title: "", track: isOther ? null : (trackOf(text, lists)?.track ?? null) };
}
