import assert from "node:assert/strict";
import { test } from "node:test";
import { clockAt, flowLanes, mean, minuteTicks, stops, type Flow } from "./flow.ts";

const flow: Flow = {
  from: -12, to: 106, now: 37, nowWords: "now, 10:52", zeroClock: "10:15",
  readings: [
    { at: 30, clock: "10:45", systolic: 162, diastolic: 96, pulse: 92, oxygen: 97 },
    { at: 35, clock: "10:50", systolic: null, diastolic: null, pulse: 88, oxygen: null },
  ],
  due: [40], limits: [], doses: [], moments: [], alerts: [],
};

test("the mean lies a third of the way up from diastolic", () => {
  assert.equal(mean(162, 96), 118);
  assert.equal(mean(120, 120), 120);
});

test("the clock goes on past midnight and back before minute 0", () => {
  assert.equal(clockAt("10:15", 40), "10:55");
  assert.equal(clockAt("23:50", 20), "00:10");
  assert.equal(clockAt("00:05", -10), "23:55");
});

test("minutes are written as closely as their words allow", () => {
  assert.deepEqual(minuteTicks(flow, 600).map((t) => t.words).slice(0, 3), ["−10", "0", "10"]);
  assert.deepEqual(minuteTicks(flow, 240).map((t) => t.words), ["0", "30", "60", "90"]);
});

test("a reading that lacks a value says what it has, and the lane shows the last that was taken", () => {
  assert.equal(stops(flow)[1]?.words, "Minute 35, 10:50, pulse 88.");
  assert.deepEqual(flowLanes(flow, true)[0]?.latest, ["162/96", "mean 118", "at 10:45"]);
});

test("talking and quiet have a lane of their own, above the pressure, once one of them was marked", () => {
  assert.equal(flowLanes({ ...flow, voice: [{ from: 5, to: 20, words: "talking" }, { from: 20, to: 37, words: "quiet" }] }, true)[0]?.name, "Voice");
  assert.equal(flowLanes({ ...flow, voice: [] }, true)[0]?.name, "Pressure");
});

test("pressure, pulse and oxygen have the scales of every other day", () => {
  assert.deepEqual(flowLanes(flow, false).map((l) => l.range), [[40, 200], [40, 140], [86, 100], null]);
});
