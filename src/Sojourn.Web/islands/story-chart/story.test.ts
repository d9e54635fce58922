import assert from "node:assert/strict";
import { test } from "node:test";
import { gaps, monthTicks, seconds, stops, storyLanes, type Story } from "./story.ts";

const story: Story = {
  from: "2026-05-25", to: "2027-01-06", today: "2026-11-19",
  sessions: [
    { number: 1, on: "2026-06-09", planned: false, words: "09-Jun-2026" },
    { number: 2, on: "2026-06-23", planned: false, words: "23-Jun-2026" },
    { number: 3, on: "2026-12-05", planned: true, words: "05-Dec-2026" },
  ],
  therapy: [{ on: "2026-06-11", planned: false, after: true }],
  pain: [{ on: "2026-06-01", value: 8 }],
  measures: [
    { name: "PEG", about: "pain, 0 to 10", shape: "square", least: 0, most: 10, gapDays: 10, points: [{ on: "2026-06-01", value: 7.7 }, { on: "2026-06-29", value: 4 }] },
    { name: "PHQ-9", about: "mood, 0 to 27", shape: "triangle", least: 0, most: 27, gapDays: 0, points: [{ on: "2026-06-01", value: 17 }, { on: "2026-11-16", value: 8, band: "mild" }] },
  ],
  doses: [{ on: "2026-06-09", milligrams: 50, words: "50 mg into muscle", rescue: false }, { on: "2026-08-22", milligrams: 25, words: "25 mg lozenge", rescue: true }],
};

test("the days between sessions are whole days, the first has none", () => {
  assert.deepEqual(gaps(story), [null, 14, 165]);
});

test("a stop says the session, its day, its dose and the days since the one before", () => {
  assert.equal(stops(story)[0]?.words, "Session 1, 09-Jun-2026. 50 mg into muscle.");
  assert.equal(stops(story)[2]?.words, "Session 3, 05-Dec-2026. 165 days after session 2. planned.");
});

test("every month is named where there is room, and only some where there is little", () => {
  const named = (pixels: number): string[] => monthTicks(seconds(story.from), seconds(story.to), pixels).map((t) => t.words).filter((w) => w !== "");
  assert.deepEqual(named(800), ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan 2027"]);
  assert.deepEqual(named(250), ["Jul", "Sep", "Nov", "Jan 2027"]);
});

test("scales are fixed by the instrument, never fitted to the answers", () => {
  const lanes = storyLanes(story, true);
  assert.deepEqual(lanes.map((l) => l.name), ["Medicine", "Therapy", "Pain", "PHQ-9", "Dose"]);
  assert.deepEqual(lanes.find((l) => l.name === "PHQ-9")?.range, [0, 27]);
  assert.deepEqual(lanes.find((l) => l.name === "Pain")?.range, [0, 10]);
});

test("other treatments have a lane of their own, where there are any", () => {
  const lanes = storyLanes({ ...story, beside: [{ on: "2026-06-15", words: "Massage", here: false }, { on: "2026-07-02", words: "Acupuncture", here: false }] }, true);
  assert.deepEqual(lanes.map((l) => l.name).slice(0, 3), ["Medicine", "Therapy", "Beside it"]);
  assert.deepEqual(lanes[2]?.latest, ["2 other treatments"]);
});

test("a month without answers breaks the line of a weekly measure", () => {
  const peg = storyLanes(story, true).find((l) => l.name === "Pain")?.lines[1];
  assert.deepEqual(peg?.points.map((p) => p[1]), [7.7, null, 4]);
});

test("the sum of doses leaves out what was taken at home", () => {
  assert.deepEqual(storyLanes(story, true).find((l) => l.name === "Dose")?.latest, ["50 mg", "in 1"]);
});
