import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, minutesSince, spoken } from "./clock.ts";

test("a countdown is written in minutes and seconds, with hours only when there are any", () => {
  assert.equal(figure(168_000), "2:48");
  assert.equal(figure(-125_000), "2:05");
  assert.equal(figure(3_768_000), "1:02:48");
});

test("minutes since the dose are whole and never negative", () => {
  assert.equal(minutesSince(0, 37 * 60_000 + 59_000), 37);
  assert.equal(minutesSince(60_000, 0), 0);
});

test("what is spoken changes once a minute, not once a second", () => {
  assert.equal(spoken("left", 168_000, 0), spoken("left", 168_000, 40_000));
  assert.equal(spoken("left", 168_000, 110_000), "Less than a minute left");
  assert.equal(spoken("left", 0, 125_000), "2 min over");
  assert.equal(spoken("minutes", 0, 125_000), "Minute 2");
});
