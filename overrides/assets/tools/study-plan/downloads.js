// Saves the plan as a file.

import { fetchData, pageAddress, SITE } from "../shared/data.js";
import { offerDownload } from "../shared/output/output.js";
import { calendarText } from "./calendar.js";
import { planAsEvents, planAsMarkdown } from "./files.js";
import { leftOut } from "./left-out.js";

export function saveCalendar({ plan, words, say }) {
  const address = pageAddress("prepare/dated-plan/");
  const events = planAsEvents({ ...plan, words, site: SITE.href, address });
  offerDownload("study-plan.ics", "text/calendar", calendarText(events, Date.now()));
  say("Your download has started. Open the file with your calendar.");
}

export async function saveMarkdown({ plan, words, done, lists, say }) {
  const out = leftOut(plan, done, { ...lists, guide: await fetchData("plan") });
  offerDownload("study-plan.md", "text/markdown", planAsMarkdown({ ...plan, done, words, out }));
  say("Your download has started.");
}
