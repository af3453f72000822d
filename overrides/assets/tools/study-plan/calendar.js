// A calendar file (RFC 5545) of all-day events. Not by a library: the one that fits (ics 3) is as large as everything a
// page may load, and all-day events need nothing of what makes calendars hard, since a day has no time zone.

import { daysAfter } from "../shared/dates.js";

const LONGEST_LINE = 75; // octets, without the newline

/**
 * events = [{ id, day: "2026-11-25", title, text }]; `now` is the moment of writing. An event keeps its id when the
 * plan is made again, so that calendars update it and add no second one.
 */
export function calendarText(events, now) {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//PM and PMM guide//Study plan//EN",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const compact = (day) => day.replaceAll("-", "");

const eventLines = ({ id, day, title, text }, stamp) => [
  "BEGIN:VEVENT",
  `UID:${id}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(daysAfter(day, 1))}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
  "TRANSP:TRANSPARENT", // the day stays free for meetings
  "END:VEVENT",
];

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

// Long lines are folded: they continue after a newline and a space. No character is split.
function folded(line) {
  const bytes = (text) => new TextEncoder().encode(text).length;
  const parts = [""];
  for (const character of line) {
    const start = parts.length > 1 ? 1 : 0;
    if (start + bytes(parts.at(-1) + character) > LONGEST_LINE) parts.push("");
    parts[parts.length - 1] += character;
  }
  return parts.join("\r\n ");
}
