// Numbers as readers type or paste them: "185000", "$185,000", "185k", "1.2m", "185.000,00", full-width digits. An
// ambiguous number is refused with both readings, never guessed.

// NFKC has made full-width signs plain before, and spaces of any width.
const DOLLARS = /US\$|USD|\$/gi;
const OTHER_MONEY = /[€£¥₹₩₪]|\b(EUR|GBP|INR|CAD|AUD|CHF|CZK|PLN|JPY|CNY|ILS|lakhs?|crores?|LPA)\b/i;
const SHAPE = /^([+-]?)\s*(\d[\d.,\s'’_]*|[.,]\d+)\s*(k|m|million)?$/i;
const ZEROS = { k: 3, m: 6, million: 6 };
const groupedBy = (sign) => new RegExp(`^\\d{1,3}(${sign}\\d{2,3})*${sign}\\d{3}$`);
const GROUPED = { ",": groupedBy(","), ".": groupedBy("\\.") };
const GAPS = groupedBy("[\\s'’_]");
const CENTS = /^\d{0,2}$/;

const plain = (text) => text.normalize("NFKC").replace(/[−–]/g, "-").replace(DOLLARS, "").trim();

// "185 000,00" without the spaces or apostrophes between its groups; as it is if they are no groups.
function ungrouped(text) {
  const body = text.trim().replace(/\s*([.,])\s*/g, "$1");
  const [whole] = body.split(/[.,]/);
  return GAPS.test(whole) ? body.replace(/[\s'’_]/g, "") : body;
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
  return isMoney && !CENTS.test(rest) ? {} : { digits: `${whole}.${rest}` }; // "185,0000" is a slip, not 185
}

/**
 * @param {string} text the text of a field
 * @param {"dollars" | "percent" | "years"} kind only dollars may end on "k" or "m", only percents on "%"
 * @returns {{ value: number | null } | { problem: string }} null for an empty field; `problem` is a sentence
 */
export function readNumber(text, kind) {
  if (!text.trim()) return { value: null };
  const found = SHAPE.exec(kind === "percent" ? plain(text).replace(/%$/, "") : plain(text));
  const refused = { problem: `“${text.trim()}” is not a number we can read. ${wayOut(text, kind)}` };
  if (!found || (found[3] && kind !== "dollars")) return refused;
  const { digits, either } = decimals(ungrouped(found[2]), { isMoney: kind === "dollars" && !found[3] });
  if (either && kind === "dollars") return { problem: twoReadings(text, either, found[3]) };
  const number = digits ?? either?.[0];
  if (number === undefined) return refused;
  return { value: Number(`${found[1]}${number}e${ZEROS[found[3]?.toLowerCase()] ?? 0}`) + 0 }; // "-0" is 0
}

function wayOut(text, kind) {
  if (/\d\s*[km]?\s*(-|–|—|to)\s*\D?\d/i.test(text)) return "Write one number, not a range.";
  if (kind === "percent") return "Write it like 15 or 2.5.";
  if (kind !== "dollars") return "Write it like 7.";
  if (/%/.test(text)) return "Write dollars, such as 15000, not a percent.";
  return OTHER_MONEY.test(text) ? "Write US dollars, such as 185000." : "Write it like 185000, 185,000 or 185k.";
}

function twoReadings(text, readings, suffix) {
  const zeros = ZEROS[suffix?.toLowerCase()] ?? 0;
  const [one, other] = readings.map((digits) => Number(`${digits}e${zeros}`));
  const [few, many] = [one, other].map((amount) => amount.toLocaleString("en-US"));
  return `“${text.trim()}” can mean ${few} or ${many}. Write ${one} or ${other}.`;
}
