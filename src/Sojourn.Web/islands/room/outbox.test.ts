import assert from "node:assert/strict";
import { test } from "node:test";
import { newId, readAnswer, type Answer, type Entry } from "./entry.ts";
import { Outbox } from "./outbox.ts";
import type { Store } from "./store.ts";

function shelf(): Store & { readonly kept: Map<number, Entry> } {
  const kept = new Map<number, Entry>();
  let last = 0;
  return {
    kept,
    all: () => Promise.resolve([...kept.values()]),
    add: (entry) => {
      const stored = { ...entry, seq: ++last };
      kept.set(stored.seq, stored);
      return Promise.resolve(stored);
    },
    update: (entry) => Promise.resolve(void kept.set(entry.seq!, entry)),
    remove: (seq) => Promise.resolve(void kept.delete(seq)),
  };
}

const tap = (words: string, by = "staff/nair"): Entry => ({ id: newId(), room: "r", action: "/a", form: "f", fields: {}, words, tappedAt: "2026-06-24T10:00:00Z", by });

/** A clinic that answers what it is told to, and remembers what it got. */
function clinic(answer: (entry: Entry) => Answer) {
  const got: string[] = [];
  return { got, send: (entry: Entry) => (got.push(entry.words), Promise.resolve(answer(entry))) };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

test("entries go out in the order of the taps and leave only when the clinic has answered", async () => {
  const store = shelf();
  const { got, send } = clinic(() => ({ kind: "saved" }));
  const outbox = new Outbox(store, "staff/nair", send, () => {});
  await outbox.open();
  await Promise.all(["one", "two", "three"].map((words) => outbox.add(tap(words))));
  await settled();
  assert.deepEqual(got, ["one", "two", "three"]);
  assert.equal(store.kept.size, 0);
});

test("without a connection everything waits, in order, and nothing is lost", async () => {
  const store = shelf();
  let connected = false;
  const { got, send } = clinic(() => (connected ? { kind: "saved" } : { kind: "later", why: "offline" }));
  const outbox = new Outbox(store, "staff/nair", send, () => {});
  await outbox.open();
  await outbox.add(tap("one"));
  await outbox.add(tap("two"));
  await settled();
  assert.equal(outbox.trouble, "offline");
  assert.deepEqual(outbox.kept.map((kept) => [kept.entry.words, kept.state]), [["one", "waiting"], ["two", "waiting"]]);
  connected = true;
  got.length = 0;
  outbox.retry();
  await settled();
  assert.deepEqual(got, ["one", "two"]);
  assert.equal(outbox.trouble, null);
});

test("a reloaded page finds what waited and sends it", async () => {
  const store = shelf();
  await store.add(tap("before the reload"));
  const { got, send } = clinic(() => ({ kind: "saved" }));
  await new Outbox(store, "staff/nair", send, () => {}).open();
  await settled();
  assert.deepEqual(got, ["before the reload"]);
});

test("a refused entry stays with its reasons and holds up nothing behind it", async () => {
  const store = shelf();
  const { send } = clinic((entry) => (entry.words === "80/130" ? { kind: "refused", sentences: ["Are they swapped?"] } : { kind: "saved" }));
  const outbox = new Outbox(store, "staff/nair", send, () => {});
  await outbox.open();
  await outbox.add(tap("80/130"));
  await outbox.add(tap("next"));
  await settled();
  assert.deepEqual(outbox.kept.map((kept) => [kept.entry.words, kept.state, kept.entry.refused]), [["80/130", "refused", ["Are they swapped?"]]]);
  await outbox.drop(outbox.kept[0]!.entry.seq!);
  assert.equal(store.kept.size, 0);
});

test("entries of somebody else are never sent in this person's name", async () => {
  const store = shelf();
  await store.add(tap("hers", "staff/osei"));
  const { got, send } = clinic(() => ({ kind: "saved" }));
  const outbox = new Outbox(store, "staff/nair", send, () => {});
  await outbox.open();
  await settled();
  assert.deepEqual(got, []);
  assert.equal(outbox.others, 1);
});

test("only a clear yes is saved and only a clear no is refused", async () => {
  const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  assert.deepEqual(await readAnswer(json(200, { recorded: true })), { kind: "saved" });
  assert.deepEqual(await readAnswer(new Response("<html>sign in", { status: 200 })), { kind: "later", why: "clinic" });
  assert.deepEqual(await readAnswer(json(401, {})), { kind: "later", why: "sign-in" });
  assert.deepEqual(await readAnswer(json(503, {})), { kind: "later", why: "clinic" });
  assert.deepEqual(await readAnswer(json(422, { reasons: [{ sentence: "No." }] })), { kind: "refused", sentences: ["No."] });
  assert.deepEqual(await readAnswer(json(403, { detail: "Your role does not allow this." })), { kind: "refused", sentences: ["Your role does not allow this."] });
});

test("ids are version 4", () => {
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newId(), newId());
});
