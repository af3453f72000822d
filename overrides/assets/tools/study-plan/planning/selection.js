// What a plan includes when the hours are too few for everything, by the rows of data/plan-priorities.yml. Pure; the
// lists are those of planner.js.

import { isMine } from "../../shared/track/track.js";
import { isAloud } from "./lanes.js";
import { isTooEarly } from "./rounds.js";

/**
 * Goes through the priorities, the most important first. Questions on weak competencies come early, unless the plan
 * would then have too few rounds aloud: in that case they come after those rounds.
 */
export function selectItems(all, { guide, answers }, capacity, place) {
  const rows = guide.priorities.filter((priority) => isMine(answers.track, priority));
  const selected = selectBy(rows, all, answers, capacity, place);
  const later = withWeakLater(rows);
  if (!answers.weak.length || !later || hasEnoughRounds(selected)) return selected;
  const other = selectBy(later, all, answers, capacity, place);
  return hasEnoughRounds(other) ? other : selected;
}

const ENOUGH_ROUNDS = 8;
const hasEnoughRounds = (selected) => [...selected].filter(isAloud).length >= ENOUGH_ROUNDS;

function withWeakLater(rows) {
  const row = rows.find(({ eachWeak }) => eachWeak);
  const others = rows.filter((another) => another !== row);
  const at = others.findIndex(({ rounds }) => rounds >= ENOUGH_ROUNDS);
  return row && at >= 0 ? [...others.slice(0, at + 1), row, ...others.slice(at + 1)] : undefined;
}

function selectBy(rows, all, answers, capacity, place) {
  const selected = new Set();
  let room = capacity;
  let placed = [];
  const select = (item, isFiller) => {
    if (item.minutes > room) return false;
    selected.add(item);
    const sessions = place(selected);
    if (sessions && (!isFiller || movesNothing(sessions, placed))) {
      room -= item.minutes;
      placed = sessions;
      return true;
    }
    selected.delete(item);
    return false;
  };
  for (const row of rows) {
    for (const item of [...all.tasks, ...all.rounds].filter(({ id }) => row.tasks.includes(id))) {
      if (!selected.has(item) && !isEarly(item, selected, all)) select(item);
    }
    if (row.rounds) selectRounds(all, selected, row.rounds, select);
    if (row.eachWeak) selectOfEach(all.questions, selected, answers.weak, row.eachWeak, select);
    selectQuestions(all.questions, selected, answers.weak, row, capacity, select);
  }
  return selected;
}

// A question that fills spare minutes must not move a round or a task to another day.
function movesNothing(sessions, placed) {
  const isOther = ({ id }) => !id.startsWith("question/");
  const places = new Set(placed.filter(isOther).map(({ id, at }) => `${id} ${at}`));
  return sessions.filter(isOther).every(({ id, at }) => places.has(`${id} ${at}`));
}

const isEarly = (item, selected, { kinds, met }) =>
  item.kinds.length > 0 && isTooEarly(item, [...met, ...selected], kinds);

// Selects rounds in their order until the plan has so many aloud.
function selectRounds(all, selected, count, select) {
  for (const round of all.rounds) {
    if ([...selected].filter((item) => isAloud(item)).length >= count) return;
    if (!selected.has(round) && !isEarly(round, selected, all)) select(round);
  }
}

// So many questions on each weak competency, short ones first, to leave room for the rounds that come after.
function selectOfEach(questions, selected, weak, count, select) {
  for (const competency of weak) {
    const its = questions
      .filter((question) => question.competency === competency)
      .sort((a, b) => a.minutes - b.minutes);
    const isFull = () => its.filter((question) => selected.has(question)).length >= count;
    its.some((question) => isFull() || (!selected.has(question) && !select(question)));
  }
}

function selectQuestions(questions, selected, weak, { weakPercent, questionsPercent }, capacity, select) {
  let room = (capacity * (weakPercent || questionsPercent)) / 100;
  const wanted = questions.filter(({ competency }) => !weakPercent || weak.includes(competency));
  const isSelected = (question) => question.minutes <= room && select(question, Boolean(questionsPercent));
  selectWhatFits(wanted, selected, weak, (question) => {
    if (!isSelected(question)) return false;
    room -= question.minutes;
    return true;
  });
}

// Where a question does not fit, no other as long does: only shorter ones are tried after it, which fills spare
// minutes. Questions on weak competencies alternate with the others.
function selectWhatFits(questions, selected, weak, select) {
  const isWeak = ({ competency }) => weak.includes(competency);
  let open = questions.filter((question) => !selected.has(question));
  while (open.length) {
    const weakOnes = questions.filter((question) => selected.has(question) && isWeak(question)).length;
    const others = questions.filter((question) => selected.has(question)).length - weakOnes;
    const next = open.find((question) => isWeak(question) === weakOnes <= others) ?? open[0];
    const isSelected = select(next);
    open = open.filter((question) => question !== next && (isSelected || question.minutes < next.minutes));
  }
}
