// Which fact a typed question asks for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { factsFor, GENERAL, isPartLeft, picks, unaskedOf } from "#tools/case-room/matching.js";

const FACTS = [
  { id: "price", ask: "What does it cost?", asked_as: ["price", "list price", "dollars"], fact: "$30.", unasked: "x" },
  {
    id: "users",
    ask: "How many use it, and how do we know?",
    asked_as: ["active", "users", "adoption"],
    fact: "9 in 10.",
  },
  { id: "size", ask: "How large is the customer?", asked_as: ["size", "seats", "how big"], fact: "300,000." },
  { id: "limit", ask: "What is the limit?", asked_as: ["cap", "price"], fact: "Three sizes." },
];
const found = (question) => factsFor(FACTS, question).map(({ id }) => id);

for (const [question, ids] of [
  ["What does it cost?", ["price"]],
  ["what's the list price per seat", ["price"]],
  ["HOW BIG are they?", ["size"]],
  ["How many active users?", ["users"]],
  ["What’s adoption like today?", ["users"]],
  ["Is there a cap?", ["limit"]],
  ["Who owns the décor of the office?", []],
  ["What did rivals do?", []],
  ["How many?", []],
  ["", []],
  ["🙂 <b>", []],
  ["constructor toString __proto__", []],
  // one slip of the finger
  ["whats the adopton", ["users"]],
  ["how many activve users", ["users"]],
  ["what is the adoptoin", ["users"]],
  ["is there a cab", []],
  ["cast of the film", []],
  // several in one
  ["What is the list price, and how big are they?", ["price", "size"]],
  ["seats / adoption?", ["users", "size"]],
  ["seats and rivals", ["size"]],
  // one word that two facts list
  ["price", ["price", "limit"]],
]) {
  test(`“${question}” brings ${ids.join(" and ") || "nothing"}`, () => assert.deepEqual(found(question), ids));
}

test("a part that no fact answers is said to be left, beside an answer", () => {
  assert.equal(isPartLeft(FACTS, "seats and rivals"), true);
  assert.equal(isPartLeft(FACTS, "seats and adoption"), false);
  assert.equal(isPartLeft(FACTS, "How many use it, and how do we know?"), false);
  assert.equal(isPartLeft(FACTS, "How many seats, and how do we know?"), false);
});

test("what is not asked for was assumed", () =>
  assert.deepEqual(
    unaskedOf(FACTS, ["price", "gone"]).map(({ id }) => id),
    ["users", "size", "limit"],
  ));

test("the list to pick from holds every question and some that nothing answers", () => {
  assert.equal(picks(FACTS).length, FACTS.length + GENERAL.length);
  for (const ask of GENERAL) assert.deepEqual(found(ask), []);
});
