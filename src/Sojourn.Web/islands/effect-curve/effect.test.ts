import assert from "node:assert/strict";
import { test } from "node:test";
import { effectLanes, effectStops, roundAbove, splitAt, type Effect } from "./effect.ts";

const effect: Effect = {
  from: -2, to: 90, now: 20, nowWords: "now, 10:35", zeroClock: "10:15", every: 10,
  site: [0, 60, 120, 90, 60, 40, 30, 20, 15, 10], plasma: [0, 150, 140, 90, 60, 40, 30, 20, 15, 10], norketamine: null, band: null, level: 50,
  marks: [], ready: null, doses: [], seen: [{ at: 15, clock: "10:30", depth: 2, depthWords: "dreamlike", sedation: null, systolic: null, diastolic: null, pulse: null }],
  noted: [],
};

test("the scale ends at a round number with a little room", () => {
  assert.deepEqual([40, 48, 190, 195, 2950].map(roundAbove), [50, 100, 200, 300, 4000]);
});

test("what lies ahead of now begins where the past ends", () => {
  const { past, ahead } = splitAt([[0, 1], [10, 2], [20, 3]], 10);
  assert.deepEqual(past, [[0, 1], [10, 2]]);
  assert.deepEqual(ahead, [[10, 2], [20, 3]]);
});

test("a session that is over has nothing ahead", () => {
  assert.deepEqual(splitAt([[0, 1]], null).ahead, []);
});

test("each stop says minute, clock, level and that it is predicted", () => {
  assert.equal(effectStops(effect)[1]?.words, "Minute 10, 10:25: predicted 60 ng/mL at the effect site.");
});

test("lanes are only there for what the model says and for what happened", () => {
  assert.deepEqual(effectLanes(effect, true).map((lane) => lane.name), ["Effect site", "Depth", "Doses"]);
});

test("what was noted has a lane with a row for each of its words", () => {
  const lanes = effectLanes({ ...effect, noted: [{ at: 6, clock: "10:21", words: "onset noted, light", number: null }, { at: 20, clock: "10:35", words: null, number: 1 }] }, true);
  assert.deepEqual(lanes.filter((lane) => lane.name === "Noted").map((lane) => [lane.tall, lane.about]), [[34, "numbers: moments"]]);
});
