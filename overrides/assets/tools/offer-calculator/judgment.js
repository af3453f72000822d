// What to ask for: which parts of an offer have room, and the message to send, filled in from the offer where possible.

import { spoken } from "./checks.js";
import { isAbroad } from "./evidence.js";
import { isMicrosoft } from "./sums/years.js";

const MIDDLE = 50; // percent of the way up a range

// The base in the ranges posted for the offer's own kind of job, code and place: [{ code, place, percent }].
function placesOf(offer, { levels, posted }) {
  const code = levels.find((row) => row.level === offer.level)?.code;
  if (!code || !offer.base || isAbroad(offer)) return [];
  return posted
    .filter((row) => row.track === offer.track && row.code === code && !row.nearest)
    .filter((row) => !offer.place || row.region === offer.place)
    .map(({ low, high, place }) => ({ code, place, percent: Math.round(((offer.base - low) / (high - low)) * 100) }));
}

const isLow = (places) => places.length > 0 && places.every(({ percent }) => percent < MIDDLE);
const rose = ({ part, whole }) => `It rose in ${part} of ${whole} accounts that name what moved.`;

// Outside a range, "percent of the way up" would make no sense.
function placeWords({ percent, place }) {
  if (percent < 0) return `below the bottom of the range (${place})`;
  return percent > 100 ? `above the top of the range (${place})` : `${percent}% of the way up (${place})`;
}

function baseLever(places, moved) {
  if (!places.length)
    return {
      part: "Base",
      room: "not known",
      why: `No range of your own kind, code and place to go by. ${rose(moved)}`,
    };
  const where = `It is ${places.map(placeWords).join(", ")}.`;
  if (isLow(places))
    return { part: "Base", room: "room in the range", why: `${where} Ask for this first. ${rose(moved)}` };
  const isSplit = places.some(({ percent }) => percent < MIDDLE);
  const room = isSplit ? "it depends on the place" : "little room";
  return {
    part: "Base",
    room,
    why: `${where} ${isSplit ? "Choose where you will work above." : "Ask for another part."} ${rose(moved)}`,
  };
}

function levelLever({ level }) {
  return level
    ? {
        part: "Level",
        room: "settled with the loop",
        why: `Confirm that ${level} is the level the feedback supports, before any number.`,
      }
    : { part: "Level", room: "ask first", why: "Base, bonus and stock follow from it." };
}

const stockLever = ({ on_hire }, moved) => ({
  part: "On-hire stock",
  room: on_hire ? "moves most" : "none entered",
  why: `${on_hire ? "" : "Ask for it by name. "}${rose(moved)}`,
});

function signOnLever({ sign_on_1, sign_on_2 }, moved) {
  const has = sign_on_1 || sign_on_2;
  return {
    part: "Sign-on",
    room: has ? "moves next" : "none entered",
    why: `${has ? "" : "Ask for it by name. "}${rose(moved)}`,
  };
}

/** { levers: [{ part, room, why }] in the order to ask, words: what to send }, or null for another employer's offer. */
export function judge(offer, { evidence }) {
  if (!isMicrosoft(offer)) return null;
  const places = placesOf(offer, evidence);
  const { moved, scripts } = evidence;
  const base = baseLever(places, moved.base);
  const others = [stockLever(offer, moved.stock), signOnLever(offer, moved["sign-on"])];
  const money = isLow(places) ? [base, ...others] : [...others, base];
  return {
    levers: [levelLever(offer), ...money],
    words: isLow(places) ? filled(scripts["base-low"], offer, places) : scripts.counter,
  };
}

// The name and the amount to ask for stay blank, for the reader to fill in.
function filled(words, offer, places) {
  const { code, percent } = places[0];
  if (percent < 0) {
    return words
      .replace("is [percent] percent of the way up", "is below the bottom of")
      .replace("[base]", spoken(offer.base))
      .replace("[code]", code);
  }
  return words.replace("[base]", spoken(offer.base)).replace("[percent]", String(percent)).replace("[code]", code);
}
