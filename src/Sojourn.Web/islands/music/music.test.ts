import assert from "node:assert/strict";
import { test } from "node:test";
import { part } from "../room/kept-music.ts";
import { after, cueAt, filesOf, keepingWords, lengthWords, spotOf, type Playlist, type Track } from "./playlist.ts";

const track = (id: string, missing = false): Track => ({ id, title: id.toUpperCase(), credit: null, seconds: 60, url: `/music/${id}`, missing });
const list: Playlist = { id: "low", name: "Low tide", phases: [{ id: "onset", name: "Onset", tracks: [track("a")] }, { id: "peak", name: "Peak", tracks: [track("b"), track("c"), track("a")] }] };

test("a phase plays in order and begins again; what cannot be played is left out", () => {
  const peak = spotOf(list, "peak")!;
  assert.equal(peak.track.id, "b");
  assert.equal(after(peak, new Set())!.track.id, "c");
  assert.equal(after(spotOf(list, "peak", "a")!, new Set())!.track.id, "b");
  assert.equal(after(peak, new Set(["c"]))!.track.id, "a");
  assert.equal(after(spotOf(list, "onset")!, new Set(["a"])), null);
});

test("where nothing is known of a place it is the beginning", () => {
  assert.equal(spotOf(list, "after", "z")!.track.id, "a");
  assert.equal(spotOf({ ...list, phases: [] }), null);
});

test("the curve's phase is the last that it has reached", () => {
  const cues = [{ phase: "onset", at: "2026-11-22T10:05:00Z" }, { phase: "peak", at: "2026-11-22T10:25:00Z" }];
  assert.equal(cueAt(cues, Date.parse("2026-11-22T10:00:00Z")), null);
  assert.equal(cueAt(cues, Date.parse("2026-11-22T10:25:00Z"))!.phase, "peak");
});

test("each file is kept once, and what the clinic has not is not asked for", () => {
  assert.deepEqual(filesOf(list), ["/music/a", "/music/b", "/music/c"]);
  assert.deepEqual(filesOf({ ...list, phases: [{ id: "peak", name: "Peak", tracks: [track("b", true)] }] }), []);
});

test("it is said honestly how much is kept", () => {
  assert.match(keepingWords({ kept: 3, of: 5, busy: true, why: null }), /3 of 5/);
  assert.match(keepingWords({ kept: 5, of: 5, busy: false, why: null }), /without a network/);
  assert.match(keepingWords({ kept: 3, of: 5, busy: false, why: "no-room" }), /no room/);
  assert.match(keepingWords({ kept: 0, of: 5, busy: false, why: "no-store" }), /while the network is there/);
  assert.equal(lengthWords(67.9), "1:07");
});

test("a kept file answers for any part of it as a server would", async () => {
  const whole = new Blob(["0123456789"]);
  const asked = async (range: string | null): Promise<string> => {
    const answer = part(whole, range, "audio/wav");
    return `${answer.status} ${answer.headers.get("content-range") ?? ""} ${await answer.text()}`;
  };
  assert.equal(await asked(null), "200  0123456789");
  assert.equal(await asked("bytes=0-"), "206 bytes 0-9/10 0123456789");
  assert.equal(await asked("bytes=2-4"), "206 bytes 2-4/10 234");
  assert.equal(await asked("bytes=8-99"), "206 bytes 8-9/10 89");
  assert.equal(await asked("bytes=-3"), "206 bytes 7-9/10 789");
  assert.equal(await asked("bytes=10-"), "416 bytes */10 ");
  assert.equal(await asked("lines=1-2"), "200  0123456789");
});
