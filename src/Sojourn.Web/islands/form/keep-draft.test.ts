import assert from "node:assert/strict";
import { test } from "node:test";
import { draftOf } from "./keep-draft.ts";

test("a draft keeps what was typed, every ticked box of one name included", () => {
  assert.deepEqual(draftOf([["weight", "68"], ["asked", "name"], ["asked", "born"]], new Set()), { weight: ["68"], asked: ["name", "born"] });
});

test("a draft keeps no password, no file and nothing that the server put into the form", () => {
  const entries: [string, unknown][] = [["command-id", "0198"], ["__RequestVerificationToken", "x"], ["password", "secret"], ["bundle", { name: "a.json" }], ["note", "calm"]];
  assert.deepEqual(draftOf(entries, new Set(["password"])), { note: ["calm"] });
});
