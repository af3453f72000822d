// What a plan keeps if the hours do not hold everything, by the rows of data/plan-priorities.yml. Pure; lists as in planner.js.
import { isMine } from "../../shared/track/track.js";
import { isTooEarly } from "./rounds.js";
import { isAloud } from "./timetable.js";

// Goes through the priorities, the most important first. Questions on weak points come early, but never in place of the
// last of the rounds aloud that two weeks hold: then they wait until after those.
export function chosen(all, { guide, answers }, capacity, place) {
  const rows = guide.priorities.filter((one) => isMine(answers.track, one));
  const kept = keptOf(rows, all, answers, capacity, place);
  const later = withWeakLater(rows);
  if (!answers.weak.length || !later || holdsRounds(kept)) return kept;
  const other = keptOf(later, all, answers, capacity, place);
  return holdsRounds(other) ? other : kept;
}

const ENOUGH_ROUNDS = 8;
const holdsRounds = (kept) => [...kept].filter(isAloud).length >= ENOUGH_ROUNDS;

function withWeakLater(rows) {
  const row = rows.find(({ eachWeak }) => eachWeak);
  const others = rows.filter((one) => one !== row);
  const at = others.findIndex(({ rounds }) => rounds >= ENOUGH_ROUNDS);
  return row && at >= 0 ? [...others.slice(0, at + 1), row, ...others.slice(at + 1)] : undefined;
}

function keptOf(rows, all, answers, capacity, place) {
  const kept = new Set();
  let room = capacity;
  let placed = [];
  const keep = (item, isFiller) => {
    if (item.minutes > room) return false;
    kept.add(item);
    const sittings = place(kept);
    if (sittings && (!isFiller || movesNothing(sittings, placed))) {
      room -= item.minutes;
      placed = sittings;
      return true;
    }
    kept.delete(item);
    return false;
  };
  for (const row of rows) {
    for (const item of [...all.tasks, ...all.rounds].filter(({ id }) => row.tasks.includes(id))) {
      if (!kept.has(item) && !isEarly(item, kept, all)) keep(item);
    }
    if (row.rounds) keepRounds(all, kept, row.rounds, keep);
    if (row.eachWeak) keepOfEach(all.questions, kept, answers.weak, row.eachWeak, keep);
    keepQuestions(all.questions, kept, answers.weak, row, capacity, keep);
  }
  return kept;
}

// What fills spare minutes makes no round and no task give way.
function movesNothing(sittings, placed) {
  const isOther = ({ id }) => !id.startsWith("question/");
  const places = new Set(placed.filter(isOther).map(({ id, at }) => `${id} ${at}`));
  return sittings.filter(isOther).every(({ id, at }) => places.has(`${id} ${at}`));
}

const isEarly = (item, kept, { kinds, met }) => item.kinds.length > 0 && isTooEarly(item, [...met, ...kept], kinds);

// Until the plan holds so many rounds aloud, in their order.
function keepRounds(all, kept, count, keep) {
  for (const round of all.rounds) {
    if ([...kept].filter((item) => isAloud(item)).length >= count) return;
    if (!kept.has(round) && !isEarly(round, kept, all)) keep(round);
  }
}

// So many questions on each weak point, short ones first, since rounds come after.
function keepOfEach(questions, kept, weak, count, keep) {
  for (const competency of weak) {
    const its = questions
      .filter((question) => question.competency === competency)
      .sort((one, other) => one.minutes - other.minutes);
    const isFull = () => its.filter((question) => kept.has(question)).length >= count;
    its.some((question) => isFull() || (!kept.has(question) && !keep(question)));
  }
}

function keepQuestions(questions, kept, weak, { weakPercent, questionsPercent }, capacity, keep) {
  let room = (capacity * (weakPercent || questionsPercent)) / 100;
  const wanted = questions.filter(({ competency }) => !weakPercent || weak.includes(competency));
  const isKept = (question) => question.minutes <= room && keep(question, Boolean(questionsPercent));
  keepWhatFits(wanted, kept, weak, (question) => {
    if (!isKept(question)) return false;
    room -= question.minutes;
    return true;
  });
}

// Where a question finds no room, none as long does: only shorter ones are tried after it, so spare minutes fill up.
// Those on weak points go ahead whenever the others are as many.
function keepWhatFits(questions, kept, weak, keep) {
  const isWeak = ({ competency }) => weak.includes(competency);
  let open = questions.filter((question) => !kept.has(question));
  while (open.length) {
    const ours = questions.filter((question) => kept.has(question) && isWeak(question)).length;
    const others = questions.filter((question) => kept.has(question)).length - ours;
    const next = open.find((question) => isWeak(question) === ours <= others) ?? open[0];
    const isKept = keep(next);
    open = open.filter((question) => question !== next && (isKept || question.minutes < next.minutes));
  }
}
