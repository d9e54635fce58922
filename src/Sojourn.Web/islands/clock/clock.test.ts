import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, minutesSince, spoken } from "./clock.ts";

test("a countdown is written in minutes and seconds, with hours only when there are any", () => {
  assert.equal(figure(168_000), "2:48");
  assert.equal(figure(3_768_000), "1:02:48");
});

test("what is late is written in minutes, not as a time of day", () => {
  assert.equal(figure(-42_000), "0:42");
  assert.equal(figure(-1_127_000), "18 min");
  assert.equal(figure(-3_768_000), "1 h 2 min");
  assert.equal(figure(-7_200_000), "2 h");
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
