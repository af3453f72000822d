// Makes the plan from the answers of the form, and saves it.

import { numberOf } from "../shared/counts.js";
import { fetchData } from "../shared/data.js";
import { today } from "../shared/today.js";
import { saveTrack } from "../shared/track/track.js";
import { forgetAddress } from "./address.js";
import { problemsWith } from "./answers.js";
import { makePlan } from "./planner.js";
import { carried, shortened } from "./spent-minutes.js";

/** `given`: the answers, with the hours as typed or as saved. */
export async function savePlan(tool, given) {
  const answers = { ...given, hours: numberOf(String(given.hours)) }; // answers.js reports what can't be read
  const found = problemsWith(answers, today());
  if (found.length) return report(tool, found);
  await save(tool, answers);
  forgetAddress();
  tool.wantsForm = false;
  await tool.recall();
  tool.say(""); // the heading says it, and in Firefox a status would be spoken in its place
  return tool.moveTo("h2");
}

// Each press says what is wrong anew.
async function report(tool, found) {
  tool.problems = {};
  await tool.updateComplete;
  tool.problems = Object.fromEntries(found.map(({ field, what }) => [field, what]));
  return tool.moveTo(`[name=${found[0].field}]`);
}

async function save(tool, answers) {
  const lists = await Promise.all(["tasks", "rounds", "questions", "plan"].map(fetchData));
  const [{ tasks }, rounds, questions, guide] = lists;
  const spent = tool.plan ? carried(tool.plan, tool.done) : [];
  const given = { tasks: shortened(tasks, spent), rounds, guide, questions };
  const { later: _, ...plan } = makePlan({ ...given, done: tool.done, answers, today: today() });
  const value = { ...answers, made: today(), ...plan, ...(spent.length && { sat: spent }) };
  await tool.store.change("study-plan", "plan", () => value);
  await saveTrack(tool.store, answers.track);
}
