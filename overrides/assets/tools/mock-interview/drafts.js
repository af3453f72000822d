// Notes of an interview that is not scored yet: saved with each keystroke under the round and its question, and
// replaced by the scorecard. Scorecards and drafts are records of one kind; only scorecards have a score.

import { today } from "../shared/today.js";

export const KIND = "mock-interview";

/** The id of a draft, from the round and its question. */
export const draftId = ({ id, question }) => `draft-${id}-${question.id.toLowerCase()}`;

/**
 * Splits records into { cards, drafts }, each with its id. A draft is { id, day, track, level, round, question, mode,
 * notes }, with { loop: { at, rounds: [{ round, question }] } } if it is part of one.
 */
export function sorted(records) {
  const all = records.map(({ id, value }) => ({ ...value, id }));
  return { cards: all.filter(({ score }) => score), drafts: all.filter(({ score }) => !score) };
}

/**
 * What a scorecard says about the setting of a round.
 * @type {(round: any, tool: any) => object}
 */
export const settingOf = ({ id, track, question }, { level, mode }) => ({
  track,
  level,
  round: id,
  question: question.id,
  mode,
});

/** The same for its draft: in a loop, also the position of the round. */
export function draftOf(round, tool) {
  const rounds = tool.held.map(({ id, question }) => ({ round: id, question: question.id }));
  const loop = { at: tool.held.indexOf(round), rounds };
  return { ...settingOf(round, tool), ...(rounds.length > 1 && { loop }) };
}

/** The draft to save: undefined once its notes are empty, unless rounds of its loop are already done. */
export const withNotes = (setting, notes) =>
  notes || setting.loop?.at ? { ...setting, day: today(), notes: notes ?? "" } : undefined;
