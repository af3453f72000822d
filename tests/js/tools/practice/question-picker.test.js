// What the day's set holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pickQuestions, pickSession } from "#tools/practice/question-picker.js";

const TODAY = "2026-11-25";
const ANY = { track: "both", categories: [], competencies: [], scopes: [] };
const LISTS = { categories: "category", competencies: "competency", scopes: "scope" };
const day = fc.integer({ min: 0, max: 49 }).map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));

const one = fc.record({
  track: fc.constantFrom("pm", "pmm", "both"),
  category: fc.constantFrom("pricing", "growth"),
  competency: fc.constantFrom("judgment", "influence", "focus"),
  scope: fc.constantFrom("question-bank", "pmm-generic"),
  seen: fc.option(fc.record({ due: day, last: fc.constantFrom(TODAY, "2026-11-01") }), { nil: undefined }),
});

// Questions, what was answered of them, choices, a size and a seed.
const situations = fc
  .record({
    rows: fc.array(one, { maxLength: 24 }),
    choices: fc.record({
      track: fc.constantFrom("pm", "pmm", "both"),
      categories: fc.constantFrom([], ["pricing"]),
      competencies: fc.constantFrom([], ["judgment", "focus"]),
      scopes: fc.constantFrom([], ["question-bank"]),
    }),
    size: fc.integer({ min: 1, max: 10 }),
    seed: fc.string({ maxLength: 5 }),
  })
  .map(({ rows, ...rest }) => {
    const questions = rows.map(({ seen, ...row }, number) => ({ id: `PM${String(number).padStart(3, "0")}`, ...row }));
    const seen = {};
    for (const [number, { seen: saved }] of rows.entries()) {
      if (saved) seen[questions[number].id] = { ...saved, due: saved.last === TODAY ? "2026-11-28" : saved.due };
    }
    return { questions, seen, day: TODAY, ...rest };
  });

const fits = (question, choices) =>
  (choices.track === "both" || [choices.track, "both"].includes(question.track)) &&
  Object.entries(LISTS).every(([list, field]) => !choices[list].length || choices[list].includes(question[field]));

// What could still be drawn: it fits, is due or new, was not answered today, and is not drawn.
const openQuestions = ({ questions, seen, choices }, drawn) =>
  questions.filter((q) => fits(q, choices) && !drawn.includes(q.id) && (!seen[q.id] || seen[q.id].due <= TODAY));

const holds = (check) => fc.assert(fc.property(situations, check));

test("a set is full, fits, and holds nothing twice", () => {
  holds((situation) => {
    const drawn = pickQuestions(situation);
    const byId = new Map(situation.questions.map((q) => [q.id, q]));
    assert.equal(new Set(drawn).size, drawn.length);
    assert.ok(drawn.length <= situation.size);
    assert.ok(drawn.every((id) => fits(byId.get(id), situation.choices)));
    assert.ok(drawn.every((id) => (situation.seen[id]?.due ?? TODAY) <= TODAY));
    assert.ok(drawn.length === situation.size || openQuestions(situation, drawn).length === 0);
    assert.deepEqual(pickQuestions(situation), drawn);
  });
});

test("due questions come before new ones", () => {
  holds((situation) => {
    const drawn = pickQuestions(situation);
    const isNew = drawn.map((id) => !(id in situation.seen));
    assert.deepEqual(isNew, isNew.toSorted());
    if (isNew.includes(true)) {
      assert.deepEqual(
        openQuestions(situation, drawn).filter(({ id }) => id in situation.seen),
        [],
      );
    }
  });
});

test("new questions are balanced over competencies", () => {
  holds((some) => {
    const situation = { ...some, seen: {} };
    const drawn = pickQuestions(situation);
    const had = {};
    for (const { id, competency } of situation.questions) {
      if (drawn.includes(id)) had[competency] = (had[competency] ?? 0) + 1;
    }
    for (const { competency } of openQuestions(situation, drawn)) {
      // Another one may have at most one more than a competency that was not used up.
      assert.ok(Math.max(...Object.values(had)) - (had[competency] ?? 0) <= 1);
    }
  });
});

test("the set of a day stays while it is answered", () => {
  fc.assert(
    fc.property(situations, fc.integer({ min: 0, max: 6 }), (situation, answered) => {
      const ids = pickQuestions(situation);
      const done = ids.slice(0, answered).map((id) => [id, { due: "2026-11-28", last: TODAY }]);
      const later = pickQuestions({ ...situation, seen: { ...situation.seen, ...Object.fromEntries(done) }, ids });
      assert.deepEqual(later.toSorted(), ids.toSorted());
    }),
  );
});

test("the seed and the day decide which new questions are drawn", () => {
  const questions = Array.from({ length: 40 }, (_, n) => ({
    id: `PM${String(n).padStart(3, "0")}`,
    track: "pm",
    category: "a",
    competency: "b",
    scope: "c",
  }));
  const sets = ["2026-11-25", "2026-11-26", "2026-11-27"].map((on) =>
    pickQuestions({ questions, seen: {}, choices: ANY, size: 7, day: on }).join(),
  );
  assert.equal(new Set(sets).size, 3);
});

const BANK = ["behavioral", "motivation", "strategy", "metrics", "execution", "pricing"].flatMap((category) =>
  [1, 2, 3].map((n) => ({ id: `${category}${n}`, track: "pm", category, competency: "judgment", scope: "x" })),
);
const trivia = { id: "trivia", track: "pm", category: "strategy", competency: "judgment", scope: "x", isWarmUp: true };

test("a warm-up is drawn only if the reader wants warm-ups", () => {
  const all = { questions: [trivia], seen: {}, choices: ANY, size: 5, day: TODAY };
  assert.deepEqual(pickQuestions(all), []);
  assert.deepEqual(pickQuestions({ ...all, choices: { ...ANY, warmUps: true } }), ["trivia"]);
});

test("ten minutes hold two stories, a session before the loop four kinds, and nothing of today comes again", () => {
  const seen = { behavioral1: { due: "2026-11-28", last: TODAY }, strategy1: { due: TODAY, last: "2026-11-20" } };
  const given = { questions: [...BANK, trivia], seen, choices: ANY, day: TODAY };
  const ten = pickSession("ten", given);
  assert.equal(ten.length, 2);
  assert.ok(ten.every((id) => /^(behavioral[23]|motivation\d)$/.test(id)));
  const loop = pickSession("loop", given);
  assert.equal(loop[0], "strategy1"); // due again
  assert.equal(new Set(loop.map((id) => id.slice(0, -1))).size, 4);
  assert.ok(!loop.includes("behavioral1") && !loop.includes("trivia"));
});

test("a competency that is weak comes first, and about twice as often as another", () => {
  const questions = ["judgment", "influence", "focus"].flatMap((competency, place) =>
    Array.from({ length: 8 }, (_, number) => ({
      id: `PM${place}${String(number).padStart(2, "0")}`,
      track: "pm",
      category: "growth",
      competency,
      scope: "question-bank",
    })),
  );
  for (const seed of ["a", "b", "c"]) {
    const drawn = pickQuestions({ questions, seen: {}, choices: ANY, size: 8, day: TODAY, seed, weak: ["focus"] });
    const competencies = drawn.map((id) => questions.find((question) => question.id === id).competency);
    assert.equal(competencies[0], "focus");
    assert.equal(competencies.filter((one) => one === "focus").length, 4);
  }
});

test("a short session asks what is weak first, among what is due and among what is new", () => {
  const bank = BANK.map((one) => ({ ...one, competency: /[23]$/.test(one.id) ? "focus" : "judgment" }));
  const given = { questions: bank, seen: {}, choices: ANY, day: TODAY };
  for (const weak of [["focus"], ["judgment"]]) {
    for (const session of ["ten", "loop"]) {
      const drawn = pickSession(session, { ...given, weak });
      assert.ok(
        drawn.every((id) => weak.includes(bank.find((one) => one.id === id).competency)),
        `${drawn}`,
      );
    }
  }
  const seen = { motivation1: { due: TODAY, last: "2026-11-20" } };
  assert.equal(pickSession("ten", { ...given, seen, weak: ["focus"] })[0], "motivation1"); // due, though not weak
});
