// What a coach would hold a plan to, for a thousand readers. The lists are the guide's own of the day on which they were
// last written (tests/scripts/fixed_plans.py); tests/scripts/test_planner.py runs the planner on those of today.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { daysAfter, weekStart } from "#tools/shared/dates.js";
import { leftOut } from "#tools/study-plan/left-out.js";
import { makePlan, minutesADay, studyDays } from "#tools/study-plan/planner.js";
import { isAloud } from "#tools/study-plan/planning/lanes.js";
import { LIGHT } from "#tools/study-plan/planning/minutes.js";
import { inOrder } from "#tools/study-plan/planning/rounds.js";
import { unpracticed } from "#tools/study-plan/text.js";

const TODAY = "2026-11-25";
const READERS = 1000;
const lists = JSON.parse(readFileSync(new URL("lists.json", import.meta.url), "utf8"));
const competencies = [...new Set(lists.questions.map(({ competency }) => competency))];
const LOOP = { pm: "task/learn-the-pm-loop", pmm: "task/learn-the-pmm-loop" };

// Everything that may be in a plan, by its id, as the planner sees it.
const ITEMS = new Map(
  [...lists.tasks, ...lists.rounds, ...lists.questions].map((item) => [
    item.id,
    { kinds: [], ...item, ...lists.guide.tasks[item.id], isWhole: isWhole(item) },
  ]),
);

const BANK = new Set(lists.guide.questions.flatMap(({ ids }) => ids.map((id) => `question/${id}`)));

function isWhole({ id }) {
  return lists.guide.tasks[id]?.isWhole ?? lists.rounds.some((round) => round.id === id);
}

const readers = fc
  .record({
    track: fc.constantFrom("pm", "pmm"),
    days: fc.integer({ min: 1, max: 60 }),
    off: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
    hours: fc.double({ min: 2, max: 30, noNaN: true }),
    weak: fc.uniqueArray(fc.constantFrom(...competencies), { maxLength: 3 }),
  })
  .map(({ days, ...answers }) => ({ ...answers, loop: daysAfter(TODAY, days) }));

const planFor = (answers, done = []) => makePlan({ ...lists, done, answers, today: TODAY });

const sittings = ({ days }) => days.flatMap(({ day, items }) => items.map((item) => ({ day, ...item })));
const rounds = (plan) => sittings(plan).filter(({ id, part }) => part === 1 && isAloud(ITEMS.get(id)));
const planned = (plan) => new Set(sittings(plan).map(({ id }) => id));
const minutesOn = ({ items }) => items.reduce((sum, { minutes }) => sum + minutes, 0);

// Each plan is made once and held to every property.
const PLANS = fc.sample(readers, READERS).map((answers) => ({ answers, plan: planFor(answers) }));

function everyReader(check) {
  for (const { answers, plan } of PLANS) {
    try {
      check(plan, answers);
    } catch (error) {
      error.message += `\nThe reader: ${JSON.stringify(answers)}`;
      throw error;
    }
  }
}

test("the loop comes first, whenever the hours hold it", () => {
  everyReader((plan, answers) => {
    const [first] = sittings(plan);
    if (plan.capacity >= ITEMS.get(LOOP[answers.track]).minutes) assert.equal(first.id, LOOP[answers.track]);
  });
});

const hasTime = ({ hours, loop, off }, days) => hours >= 6 && off.length <= 2 && loop >= daysAfter(TODAY, days);

test("two weeks of six hours hold eight rounds aloud, from the second day on, spread over the kinds of the track", () => {
  everyReader((plan, answers) => {
    if (!hasTime(answers, 14)) return;
    const aloud = rounds(plan);
    assert.ok(aloud.length >= 8, `${aloud.length} rounds`);
    assert.equal(aloud[0].day, studyDays(answers, TODAY)[1]);
    assert.ok(new Set(aloud.flatMap(({ id }) => ITEMS.get(id).kinds)).size >= 7);
  });
});

test("every kind of round is met before any is met twice", () => {
  everyReader((plan, { track }) => {
    const kinds = lists.guide.kinds.filter((kind) => kind.track === track).map(({ id }) => id);
    const met = new Set();
    for (const { id } of rounds(plan)) {
      const its = ITEMS.get(id).kinds;
      if (its.length && its.every((kind) => met.has(kind)))
        assert.deepEqual(
          kinds.filter((kind) => !met.has(kind)),
          [],
        );
      for (const kind of its) met.add(kind);
    }
  });
});

test("no round and no mock is cut for what counts less", () => {
  const less = new Set(lists.guide.priorities.slice(8).flatMap(({ tasks }) => tasks));
  everyReader((plan, answers) => {
    if (rounds(plan).length >= 8) return;
    // What comes after the eight rounds is there only where no round fits: there is less room than a round needs on a day.
    const spent = sittings(plan).filter(({ id }) => less.has(id) || id.startsWith("question/"));
    const longest = Math.max(45, minutesADay(answers));
    assert.ok(minutesOn({ items: spent }) <= Math.max(2 * longest, plan.capacity / 3), JSON.stringify(answers));
  });
});

test("what must not be cut is one sitting", () => {
  everyReader((plan, { track }) => {
    const cut = sittings(plan).filter(({ id, parts }) => ITEMS.get(id).isWhole && parts > 1);
    // Only the first reading may be, where a week has not the minutes it takes.
    assert.deepEqual(
      cut.filter(({ id }) => ![LOOP[track], "task/write-to-the-recruiter"].includes(id)),
      [],
    );
  });
});

test("no week gets more than its hours, and no day more than its share but for what must not be cut", () => {
  everyReader((plan, answers) => {
    const limit = minutesADay(answers);
    const weeks = new Map();
    for (const day of plan.days) {
      const minutes = minutesOn(day);
      const longest = Math.max(0, ...day.items.filter(({ id }) => isWhole({ id })).map((item) => item.minutes));
      const opening = day === plan.days[0] ? minutesOn({ items: day.items.filter(({ id }) => isOpening(id)) }) : 0;
      assert.ok(
        minutes <= Math.max(limit, longest, opening),
        `${minutes} on ${day.day} for ${JSON.stringify(answers)}`,
      );
      const week = weekStart(day.day);
      weeks.set(week, (weeks.get(week) ?? 0) + minutes);
    }
    for (const minutes of weeks.values()) assert.ok(minutes <= answers.hours * 60);
  });
});

const isOpening = (id) => lists.guide.priorities[0].tasks.includes(id);

test("the last day is light and brings nothing new", () => {
  everyReader((plan, answers) => {
    const days = studyDays(answers, TODAY);
    const last = plan.days.at(-1);
    if (days.length < 3 || last?.day !== days.at(-1)) return;
    assert.ok(minutesOn(last) <= Math.max(LIGHT, ...last.items.map(({ minutes }) => minutes)));
    assert.deepEqual(
      last.items.filter(({ id }) => ITEMS.get(id).phase !== "final-week" && id !== LOOP[answers.track]),
      [],
    );
  });
});

test("what a reader is weak in gets more", () => {
  everyReader((plan, answers) => {
    const questions = [...planned(plan)].filter((id) => id.startsWith("question/"));
    const isWeak = (id) => answers.weak.includes(ITEMS.get(id).competency);
    // A long one that is left could not have had the place of a short one.
    const shortest = Math.min(...questions.map((id) => ITEMS.get(id).minutes));
    const fits = (id) => ITEMS.get(id).minutes <= shortest;
    const left = plan.left.filter((id) => id.startsWith("question/") && isWeak(id) && fits(id));
    const weak = questions.filter(isWeak).length;
    // Half of the questions at least, unless all of the weak ones are in.
    if (answers.weak.length && questions.length > 2 && left.length)
      assert.ok(weak >= Math.floor(questions.length / 2) - 1);
  });
});

test("each weak point has a question of its own, unless short days, three rounds or eight leave no room; then the plan says so", () => {
  everyReader(hasQuestionOrSaysSo);
});

// Crumbs of 10 and 15 minutes on several days hold no question of 20, but short ones that count less.
test("hours that hold no question on a weak point but two short ones on others say so", () => {
  const answers = { track: "pm", loop: "2026-12-05", hours: 3.95, off: [1, 3], weak: ["technical-excellence"] };
  const plan = planFor(answers);
  assert.deepEqual(unpracticed({ ...plan, ...answers }, [], lists.questions), ["technical-excellence"]);
  hasQuestionOrSaysSo(plan, answers);
});

function hasQuestionOrSaysSo(plan, answers) {
  const { track, weak } = answers;
  const asked = competenciesOf(plan);
  const without = weak.filter((competency) => {
    const has = ofTheBank(track).some((question) => question.competency === competency);
    return has && !asked.includes(competency);
  });
  assert.deepEqual(unpracticed({ ...plan, ...answers }, [], lists.questions), without);
  // A short day may have less free than the question takes.
  if (!without.length || rounds(plan).length === 8 || minutesADay(answers) < 30) return;
  assert.ok(rounds(plan).length <= 3, `${rounds(plan).length} rounds`);
  const lesser = minutesOn({ items: sittings(plan).filter((item) => isAfterWeak(item, weak)) });
  assert.ok(lesser <= 2 * LONGEST_QUESTION, `${lesser} minutes of what counts less`);
}

const LONGEST_QUESTION = Math.max(...lists.questions.map(({ minutes }) => minutes));
const AFTER_WEAK = new Set(
  lists.guide.priorities
    .slice(lists.guide.priorities.findIndex(({ eachWeak }) => eachWeak))
    .flatMap(({ tasks }) => tasks),
);

// A task that is a round, as a deck is, may be one of the first two.
function isAfterWeak({ id }, weak) {
  const { competency } = ITEMS.get(id);
  return id.startsWith("question/") ? !weak.includes(competency) : AFTER_WEAK.has(id) && !isAloud(ITEMS.get(id));
}

const competenciesOf = (plan) =>
  [...planned(plan)].filter((id) => id.startsWith("question/")).map((id) => ITEMS.get(id).competency);

const ofTheBank = (track) =>
  lists.questions.filter(({ id, track: its }) => BANK.has(id) && [track, "both"].includes(its));

test("spare minutes fill up: no question is left out that a day before the last could hold", () => {
  const usual = { track: "pmm", off: [], weak: [] };
  for (const [days, hours, track] of [
    [5, 7, "pm"],
    [14, 7, "pm"],
    [10, 5, "pmm"],
    [21, 6, "pmm"],
  ]) {
    const answers = { ...usual, track, hours, loop: daysAfter(TODAY, days) };
    const plan = planFor(answers);
    const left = plan.left.filter((id) => id.startsWith("question/")).map((id) => ITEMS.get(id).minutes);
    const lightLastDay = minutesADay(answers) - LIGHT;
    const spare = plan.capacity - plan.minutes;
    assert.ok(spare <= Math.max(...left) + Math.max(0, lightLastDay), `${spare} minutes spare of ${plan.capacity}`);
  }
});

test("after all kinds of round were met once, those that train what a reader is weak in lead at every point", () => {
  const kinds = lists.guide.kinds.filter(({ track }) => track === "pmm");
  const many = kinds.flatMap(({ id }) => Array.from({ length: 6 }, (_, at) => ({ id: `${id}/${at}`, kinds: [id] })));
  fc.assert(
    fc.property(fc.constantFrom(...competencies), (weak) => {
      const trains = new Set(kinds.filter((kind) => kind.trains.includes(weak)).map(({ id }) => id));
      const order = inOrder({ kinds, rounds: many, done: [], weak: [weak] }).map((round) => round.kinds[0]);
      const counts = new Map(kinds.map(({ id }) => [id, 0]));
      for (const kind of order.slice(0, 3 * kinds.length)) {
        counts.set(kind, counts.get(kind) + 1);
        const [ours, others] = [true, false].map((want) => [...counts].filter(([id]) => trains.has(id) === want));
        const [least, most] = [Math.min(...ours.map(([, n]) => n)), Math.max(...others.map(([, n]) => n))];
        if (ours.length && others.length) assert.ok(least >= most || most === 0, `${order}`);
      }
      if (trains.size) assert.ok(Math.max(...[...trains].map((id) => counts.get(id))) > 2);
    }),
  );
});

test("no warm-up is planned or left out", () => {
  everyReader((plan) => {
    const all = [...planned(plan), ...plan.left];
    assert.deepEqual(
      all.filter((id) => id.startsWith("question/") && !BANK.has(id)),
      [],
    );
  });
});

test("a plan for PMM with time for a full rehearsal brings role-plays and a deck", () => {
  everyReader((plan, answers) => {
    if (answers.track !== "pmm" || !hasTime(answers, 21)) return;
    const wanted = ["task/do-two-role-plays", "task/present-one-deck", "task/hold-a-mock-loop"];
    assert.deepEqual(
      wanted.filter((id) => !planned(plan).has(id)),
      [],
    );
  });
});

test("what is left out is reported once, with its price, and a kind of round that is never met is among it", () => {
  everyReader((plan, { track }) => {
    const given = { ...lists, rounds: lists.rounds.map(named) };
    const { never, again, questions } = leftOut(plan, [], given);
    const price = [...never, ...again, ...questions].reduce((sum, { minutes }) => sum + minutes, 0);
    assert.equal(
      price,
      plan.left.reduce((sum, id) => sum + ITEMS.get(id).minutes, 0),
    );
    const met = new Set(rounds(plan).flatMap(({ id }) => ITEMS.get(id).kinds));
    const announced = new Set(never.flatMap(({ id }) => ITEMS.get(id).kinds));
    const silent = lists.guide.kinds.filter(
      (kind) => kind.track === track && !met.has(kind.id) && !announced.has(kind.id),
    );
    assert.deepEqual(silent, []);
  });
});

const named = (round) => ({ ...round, text: round.id });

test("a round that is done is not planned again, and its kind waits for the others", () => {
  const answers = { track: "pm", loop: daysAfter(TODAY, 14), hours: 7, off: [], weak: [] };
  const plan = planFor(answers, ["task/work-a-design-case"]);
  const [first] = rounds(plan);
  assert.deepEqual(ITEMS.get(first.id).kinds, ["pm-behavioral"]);
  assert.ok(!planned(plan).has("task/work-a-design-case"));
});
