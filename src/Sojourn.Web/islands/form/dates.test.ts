import { strict as assert } from "node:assert";
import { test } from "node:test";
import { inWords } from "./day-words.ts";
import { later } from "./end-time.ts";

test("a date is written out with its weekday and its month in letters", () => {
  assert.equal(inWords("2026-11-20"), "Fri 20-Nov-2026");
  assert.equal(inWords(""), "");
});

test("an end comes as many minutes after its beginning as the session lasts", () => {
  assert.equal(later("10:00", 420), "17:00");
  assert.equal(later("905", 50), "09:55");
  assert.equal(later("23:30", 60), "00:30");
  assert.equal(later("25:00", 50), null);
});
