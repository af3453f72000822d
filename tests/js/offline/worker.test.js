// The worker that keeps the guide: whatever fails, and wherever, a reader has exactly one whole release.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { listOf, Server, STATE, Stores, Worker } from "./worlds.js";

const OLD = { "index.html": "old home", "pay/index.html": "pay", "app.js": "old script", "404.html": "lost" };
const NEW = {
  "index.html": "new home",
  "pay/index.html": "pay",
  "app.js": "new script",
  "404.html": "lost",
  "a.css": "a",
};
const GONE = () => {
  throw new TypeError("Failed to fetch");
};

async function saved(files = OLD) {
  const [server, stores] = [new Server(files), new Stores()];
  const worker = new Worker(server, stores);
  assert.equal((await worker.ask("save")).is, "saved");
  server.requests = [];
  return { server, stores, worker };
}

// What a reader gets without a network: the text by path.
async function readable(stores, server, files) {
  server.spoil = GONE;
  const worker = new Worker(server, stores);
  const found = {};
  for (const path of Object.keys(files)) found[path] = (await worker.read(path.replace(/index\.html$/, ""))).text;
  return found;
}

test("nothing is stored or fetched before a reader asks", async () => {
  const [server, stores] = [new Server(OLD), new Stores()];
  const worker = new Worker(server, stores);
  assert.deepEqual(await worker.ask("report"), { is: "absent" });
  assert.deepEqual([server.requests, await stores.keys()], [[], []]);
});

test("what is saved is read without a server, with a query and without the last slash too", async () => {
  const { server, worker } = await saved();
  server.spoil = GONE;
  assert.deepEqual((await worker.read("pay/?h=word")).text, "pay");
  const { status, location } = await worker.read("pay");
  assert.deepEqual([status, location], [302, "https://example.org/guide/pay/"]);
  assert.deepEqual(await worker.read("no/such/page/"), { status: 404, text: "lost", location: null });
  assert.equal((await worker.read("cards/deck.apkg")).status, 503);
});

test("while the server answers, a reader gets what it says", async () => {
  const { server, worker } = await saved();
  server.publish(NEW);
  assert.equal((await worker.read("")).text, "new home");
  assert.equal((await worker.read("app.js", { mode: "no-cors" })).text, "new script");
});

for (const [what, spoil] of [
  ["a server that is slow", () => new Promise((resolve) => setTimeout(resolve, 1000, "late"))],
  ["a server that fails", GONE],
]) {
  test(`${what} is answered from the store, and the parts of that page too`, async () => {
    const { server, worker } = await saved();
    server.spoil = spoil;
    assert.equal((await worker.read("", { resultingClientId: "one" })).text, "old home");
    server.requests = [];
    assert.equal((await worker.read("app.js", { mode: "no-cors", clientId: "one" })).text, "old script");
    assert.deepEqual(server.requests, []);
  });
}

test("an update fetches the list and what changed, and nothing else", async () => {
  const { server, stores, worker } = await saved();
  server.publish(NEW);
  assert.equal((await worker.ask("save")).release, listOf(NEW).release);
  assert.deepEqual(server.requests.toSorted(), ["", "a.css", "app.js", "offline.json"]);
  assert.equal((await stores.keys()).length, 2);
  server.requests = [];
  await worker.ask("save");
  assert.deepEqual(server.requests, ["offline.json"]);
});

test("a save that broke off goes on where it stopped", async () => {
  const { server, stores, worker } = await saved();
  server.publish(NEW);
  server.spoil = (path, text) => (path === "app.js" ? GONE() : text);
  assert.deepEqual(await worker.ask("save"), { is: "failed", why: "the server does not answer" });
  server.spoil = (_path, text) => text;
  server.requests = [];
  assert.equal((await new Worker(server, stores).ask("save")).is, "saved");
  assert.deepEqual(server.requests, ["offline.json", "app.js"]);
});

test("the copy is brought up to date once a day, by a page that came from the server", async () => {
  const { server, stores } = await saved();
  server.publish(NEW);
  await new Worker(server, stores).read("");
  assert.deepEqual(server.requests, [""]);
  const state = stores.stores.get(STATE);
  const [[key, { body }]] = state;
  const old = JSON.stringify({ ...JSON.parse(Buffer.from(body).toString()), checked: 0 });
  state.set(key, { body: new TextEncoder().encode(old).buffer, headers: [] });
  const worker = new Worker(server, stores);
  await worker.read("");
  assert.equal((await worker.ask("report")).release, listOf(NEW).release);
});

test("a list that is torn, foreign or of another kind changes nothing", async () => {
  const foreign = { ...listOf(NEW), files: [["index.html", "x"]] };
  for (const text of [
    "<html>Log in to this network",
    JSON.stringify(listOf(NEW)).slice(0, 90),
    JSON.stringify(foreign),
  ]) {
    const { server, stores, worker } = await saved();
    server.spoil = (path, said) => (path === "offline.json" ? text : said);
    assert.deepEqual(await worker.ask("save"), {
      is: "failed",
      why: "the list of files is not whole, or not from this guide",
    });
    assert.deepEqual(await readable(stores, server, OLD), OLD);
  }
});

// A failure at any point of an update: a file that is missing, torn or foreign, or a store that takes no more.
const failures = fc.record({
  at: fc.integer({ min: 0, max: 9 }),
  how: fc.constantFrom("gone", "torn", "foreign", "missing", "full", "killed"),
});
const HOW = {
  gone: GONE,
  torn: (_path, text) => text?.slice(0, -1),
  foreign: () => "<html>Log in to this network",
  missing: () => undefined,
};

test("whatever fails, and wherever, exactly one whole release is read", async () => {
  await fc.assert(
    fc.asyncProperty(failures, fc.boolean(), async ({ at, how }, isFirst) => {
      const [server, stores] = [new Server(OLD), new Stores()];
      if (!isFirst) await new Worker(server, stores).ask("save");
      server.publish(NEW);
      let step = 0;
      const isNow = () => step++ === at || (how === "killed" && step > at);
      if (HOW[how]) server.spoil = (path, text) => (isNow() ? HOW[how](path, text) : text);
      stores.broken = () => {
        if (!HOW[how] && isNow()) throw Object.assign(new Error("no"), { name: "QuotaExceededError" });
      };
      const reply = await new Worker(server, stores).ask("save");
      stores.broken = () => {};
      const { is, release } = await new Worker(server, stores).ask("report");
      if (isFirst && is === "absent") return assert.notEqual(reply.is, "saved");
      const whole = release === listOf(NEW).release ? NEW : OLD;
      assert.deepEqual(await readable(stores, server, whole), whole);
      // And the next press ends whole, with no other release left.
      server.spoil = (_path, text) => text;
      assert.equal((await new Worker(server, stores).ask("save")).release, listOf(NEW).release);
      assert.equal((await stores.keys()).length, 2);
    }),
    { numRuns: 100 },
  );
});

for (const [what, leave] of [
  ["the reader removes the copy", (server, stores) => new Worker(server, stores).ask("remove")],
  ["the maintainer ends it", (server, stores) => new Worker(server, stores, { kind: "removing" }).activate()],
]) {
  test(`when ${what}, nothing of it is left and nothing else is touched`, async () => {
    const { server, stores } = await saved();
    await stores.open("offline / state");
    await stores.open("somebody else's");
    await leave(server, stores);
    assert.deepEqual(await stores.keys(), ["offline / state", "somebody else's"]);
  });
}

test("a removal ends a save that is running", async () => {
  const [server, stores] = [new Server(OLD), new Stores()];
  const worker = new Worker(server, stores);
  server.spoil = (_path, text) => new Promise((resolve) => setTimeout(resolve, 20, text));
  const saving = worker.ask("save");
  await worker.ask("remove");
  assert.equal((await saving).is, "stopped");
  assert.deepEqual(await stores.keys(), []);
});
