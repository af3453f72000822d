// Numbers as readers type or paste them: "185000", "$185,000", "185k", "1.2m", "185.000,00", full-width digits. An
// ambiguous number is refused with both readings, never guessed.

import { grouped, plainNumber } from "../../shared/counts.js";

const DOLLARS = /US\$|USD|\$/gi;
const GAP = /[\s'’_]/g;
const SHAPE = /^([+-]?)\s*(\d[\d.,\s'’_]*|[.,]\d+)\s*(k|m|million)?$/i;
const ZEROS = { k: 3, m: 6, million: 6 };
const GROUPED = { ",": /^\d{1,3}(,\d{2,3})*,\d{3}$/, ".": /^\d{1,3}(\.\d{2,3})*\.\d{3}$/ };

const MINUS = /[−‐‒–]/g; // as word processors and other keyboards write it

const plain = (text) => plainNumber(text).replace(MINUS, "-").replace(DOLLARS, "").trim();

// "185 000,00" without the spaces or apostrophes between its groups; unchanged if there are no groups.
function ungrouped(text) {
  const body = text.trim().replace(/\s*([.,])\s*/g, "$1");
  return GROUPED[","].test(body.split(/[.,]/)[0].replace(GAP, ",")) ? body.replace(GAP, "") : body;
}

// { digits: "185000.5" } with a point for the decimals; { either: [...] } if it can be read in two ways; {} if in none.
function decimals(text, { isMoney }) {
  const signs = text.replace(/\d/g, "");
  if (!signs) return { digits: text };
  if (/[^.,]/.test(signs)) return {};
  const last = signs.at(-1);
  const other = last === "," ? "." : ",";
  if (signs.includes(other)) {
    const [whole, rest] = [text.slice(0, text.lastIndexOf(last)), text.slice(text.lastIndexOf(last) + 1)];
    return GROUPED[other].test(whole) ? { digits: `${whole.replaceAll(other, "")}.${rest}` } : {};
  }
  if (signs.length > 1) return GROUPED[last].test(text) ? { digits: text.replaceAll(last, "") } : {};
  const [whole, rest] = text.split(last);
  if (last === "," && GROUPED[","].test(text)) return { digits: whole + rest };
  if (last === "." && rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole))
    return { either: [`${whole}.${rest}`, whole + rest] };
  return isMoney && rest.length > 2 ? {} : { digits: `${whole}.${rest}` }; // "185,0000" is a typo, not 185
}

/**
 * @param {string} text the text of a field
 * @param {"dollars" | "percent" | "years"} kind only dollars may end on "k" or "m", only percents on "%"
 * @param {(value: number) => boolean} takes whether the field takes a value: no other reading is suggested
 * @returns {{ value?: number | null, problem?: string }} one of both: null for an empty field; `problem` is a sentence
 */
export function readNumber(text, kind, takes = () => true) {
  if (!text.trim()) return { value: null };
  const found = SHAPE.exec(kind === "percent" ? plain(text).replace(/%$/, "") : plain(text));
  const refused = {
    problem: `“${text.trim().slice(0, 40)}” is not a number we can read. Write it like ${example(kind)}.`,
  };
  if (!found || (found[3] && kind !== "dollars")) return refused;
  const { digits, either } = decimals(ungrouped(found[2]), { isMoney: kind === "dollars" && !found[3] });
  if (either && kind === "dollars") return { problem: twoReadings(text, either, found[3], takes) };
  const number = digits ?? either?.[0];
  if (number === undefined) return refused;
  return { value: Number(`${found[1]}${number}e${ZEROS[found[3]?.toLowerCase()] ?? 0}`) + 0 }; // "-0" is 0
}

function example(kind) {
  if (kind === "dollars") return "185000, 185,000 or 185k";
  return kind === "percent" ? "15 or 2.5" : "7";
}

function twoReadings(text, readings, suffix, takes) {
  const zeros = ZEROS[suffix?.toLowerCase()] ?? 0;
  const numbers = readings.map((digits) => Number(`${digits}e${zeros}`));
  const taken = numbers.filter(takes);
  const advice = taken.length ? `Write ${taken.join(" or ")}.` : "This field takes neither.";
  return `“${text.trim()}” can mean ${numbers.map(grouped).join(" or ")}. ${advice}`;
}
