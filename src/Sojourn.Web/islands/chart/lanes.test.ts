import assert from "node:assert/strict";
import { test } from "node:test";
import { headline, plotRange, stack, withGaps, type Lane } from "./lanes.ts";

const lane = (tall: number, range: [number, number] | null): Lane => ({ name: "", about: "", tall, range, ticks: [], lines: [], latest: [] });

test("a headline does not say the lane's name twice", () => {
  assert.equal(headline({ ...lane(52, null), name: "PHQ-9", latest: ["PHQ-9 15", "13-Nov"] }), "15");
  assert.equal(headline({ ...lane(22, null), name: "Medicine", latest: ["6 given"] }), "6 given");
});

test("lanes stand under each other with a gap between them", () => {
  const { stacked, end } = stack([lane(100, [0, 10]), lane(50, null)], 20, 16, 0);
  assert.deepEqual(stacked.map((s) => [s.top, s.bottom]), [[20, 120], [136, 186]]);
  assert.equal(end, 186);
});

test("on a narrow chart each lane leaves room for its name above it", () => {
  assert.deepEqual(stack([lane(40, null), lane(40, null)], 20, 10, 22).stacked.map((s) => [s.top, s.bottom]), [[42, 82], [114, 154]]);
});

test("the range of the plot puts the ends of a lane's scale at its top and bottom", () => {
  const height = 300;
  const [least, most] = plotRange({ lane: lane(100, [0, 10]), top: 50, bottom: 150 }, height);
  const pixel = (value: number): number => height - ((value - least) / (most - least)) * height;
  assert.ok(Math.abs(pixel(0) - 150) < 1e-9);
  assert.ok(Math.abs(pixel(10) - 50) < 1e-9);
});

test("no line crosses a gap longer than allowed, and none is cut at the limit itself", () => {
  assert.deepEqual(withGaps([[0, 5], [7, 4], [30, 6]], 7), [[0, 5], [7, 4], [18.5, null], [30, 6]]);
});
