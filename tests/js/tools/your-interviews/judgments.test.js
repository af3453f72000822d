// How near a judgment is to the debrief.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compared, isWhole, missing } from "#tools/your-interviews/judgments.js";

const CANDIDATES = [
  { level: "63", verdict: "hire" },
  { level: "61", verdict: "no-hire" },
  { level: "65", verdict: "hire" },
];
const ONE = { feedback: "“I stopped it.” Acts.", verdict: "hire", level: "65" };

test("all three parts of all three candidates make it whole", () => {
  assert.ok(isWhole([ONE, ONE, ONE], CANDIDATES));
  assert.ok(!isWhole([ONE, ONE], CANDIDATES));
  assert.ok(!isWhole([ONE, { ...ONE, feedback: "  " }, ONE], CANDIDATES));
});

test("what is missing is listed by candidate", () =>
  assert.deepEqual(missing([ONE, { verdict: "hire" }], CANDIDATES), [
    "Candidate B: feedback, a level",
    "Candidate C: feedback, hire or no hire, a level",
  ]));

test("levels too high, too low and right are distinguished", () =>
  assert.deepEqual(
    compared([ONE, { ...ONE, level: "61" }, { ...ONE, level: "61" }], CANDIDATES).map((one) => [
      one.isVerdict,
      one.isLevel,
      one.steps,
    ]),
    [
      [true, false, 1],
      [false, true, 0],
      [true, false, -2],
    ],
  ));
