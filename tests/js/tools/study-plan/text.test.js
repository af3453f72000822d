// What a plan says of what it leaves out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { namesOf, priceOf, unpracticed } from "#tools/study-plan/text.js";

const days = (count) => Array.from({ length: count }, (_, at) => ({ day: `2026-12-0${at + 1}`, items: [] }));

test("what is left out has its price by the day, and spare minutes are no contradiction", () => {
  const plan = { days: days(5), minutes: 290, capacity: 310 };
  assert.equal(
    priceOf([{ minutes: 45 }, { minutes: 60 }], plan),
    "What is left out takes 1\u00A0h\u00A045\u00A0min, or about 25\u00A0min more on each study day." +
      " The 20\u00A0min left over are scattered over your days: keep them for what takes longer.",
  );
});

test("a full plan says nothing of spare minutes", () => {
  const plan = { days: days(3), minutes: 180, capacity: 180 };
  assert.equal(
    priceOf([{ minutes: 30 }], plan),
    "What is left out takes 30\u00A0min, or about 10\u00A0min more on each study day.",
  );
});

test("a weak point is named when all its questions are left out, and no longer once one is done", () => {
  const questions = ["a", "b"].map((id) => ({ id, competency: "judgment" }));
  const plan = { days: [{ items: [{ id: "c" }] }], left: ["a", "b"], weak: ["judgment", "adaptability"] };
  assert.deepEqual(unpracticed(plan, [], questions), ["judgment"]);
  assert.deepEqual(unpracticed(plan, ["b"], questions), []);
  assert.deepEqual(unpracticed({ ...plan, days: [{ items: [{ id: "a" }] }], left: ["b"] }, [], questions), []);
  assert.equal(
    namesOf(
      ["judgment"],
      [
        { id: "adaptability", name: "Adaptability" },
        { id: "judgment", name: "Judgment" },
      ],
    ),
    "Judgment",
  );
});
