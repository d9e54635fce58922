import type { Colour } from "../chart/ink.ts";
import type { Stop } from "../chart/lane-chart.ts";
import type { Lane, Line, Place } from "../chart/lanes.ts";
import type { Pen } from "../chart/pen.ts";
import { clockAt } from "../flow-chart/flow.ts";

/** What the page hands over. Lines begin at minute 0 and have a point every so many minutes; levels are ng/mL. */
export interface Effect {
  readonly from: number;
  readonly to: number;
  readonly now: number | null;
  readonly nowWords: string;
  readonly zeroClock: string;
  readonly every: number;
  readonly site: readonly number[];
  readonly plasma: readonly number[];
  readonly norketamine: readonly number[] | null;
  readonly band: { readonly low: readonly number[]; readonly lower: readonly number[]; readonly upper: readonly number[]; readonly high: readonly number[] } | null;
  readonly level: number;
  readonly marks: readonly { readonly at: number; readonly words: string }[];
  readonly ready: { readonly from: number; readonly to: number; readonly words: string } | null;
  readonly doses: readonly { readonly from: number; readonly to: number | null; readonly words: string }[];
  readonly seen: readonly Seen[];
  readonly noted: readonly { readonly at: number; readonly clock: string; readonly words: string | null; readonly number: number | null }[];
}

interface Seen {
  readonly at: number;
  readonly clock: string;
  readonly depth: number | null;
  readonly depthWords: string | null;
  readonly sedation: number | null;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly pulse: number | null;
}

/** The least round number that leaves a little room above. */
export function roundAbove(level: number): number {
  return [50, 100, 150, 200, 300, 400, 500, 600, 800, 1000, 1500, 2000, 3000].find((round) => round >= level * 1.05) ?? Math.ceil(level / 1000 + 1) * 1000;
}

/** A line up to now, and from now on. */
export function splitAt(points: readonly (readonly [number, number])[], now: number | null): { past: (readonly [number, number])[]; ahead: (readonly [number, number])[] } {
  if (now === null) {
    return { past: [...points], ahead: [] };
  }
  const past = points.filter((point) => point[0] <= now);
  const ahead = points.filter((point) => point[0] > now);
  const last = past[past.length - 1];
  return { past, ahead: last ? [last, ...ahead] : ahead };
}

function whole(level: number | undefined): string {
  return String(Math.round(level ?? 0));
}

export function effectStops(effect: Effect): Stop[] {
  const stops: Stop[] = [];
  for (let x = 0; x <= effect.to; x += 10) {
    const i = Math.round(x / effect.every);
    const between = effect.band ? `, nine in ten people ${whole(effect.band.low[i])} to ${whole(effect.band.high[i])}` : "";
    stops.push({ x, words: `Minute ${x}, ${clockAt(effect.zeroClock, x)}: predicted ${whole(effect.site[i])} ng/mL at the effect site${between}.` });
  }
  return stops;
}

function points(effect: Effect, line: readonly number[]): (readonly [number, number])[] {
  return line.map((level, i) => [i * effect.every, level] as const);
}

function drawn(effect: Effect, pen: Pen, place: Place, line: readonly number[], colour: Colour, width: number, dash: number[] = []): void {
  const onPage = points(effect, line).map(([x, y]) => [place.x(x), place.y(y)] as const);
  const { past, ahead } = splitAt(onPage, effect.now === null ? null : place.x(effect.now));
  pen.line(past, colour, width, dash);
  pen.line(ahead, colour, width, [5, 4]);
}

function area(effect: Effect, pen: Pen, place: Place, low: readonly number[], high: readonly number[], strength: number): void {
  const there = points(effect, high).map(([x, y]) => [place.x(x), place.y(y)] as const);
  const back = points(effect, low).map(([x, y]) => [place.x(x), place.y(y)] as const).reverse();
  pen.wash([...there, ...back], "d-depth", strength);
}

function site(effect: Effect, pen: Pen, place: Place): void {
  if (effect.band) {
    area(effect, pen, place, effect.band.low, effect.band.high, 0.14);
    area(effect, pen, place, effect.band.lower, effect.band.upper, 0.22);
    drawn(effect, pen, place, effect.band.low, "d-predicted", 0.75);
    drawn(effect, pen, place, effect.band.high, "d-predicted", 0.75);
  }
  drawn(effect, pen, place, effect.plasma, "ink-2", 1, [2, 3]);
  drawn(effect, pen, place, effect.site, "d-depth", 2.25);
  const level = place.y(effect.level);
  pen.line([[place.left, level], [place.right, level]], "ink-3", 1, [1, 3]);
  for (const mark of effect.marks) {
    const x = place.x(mark.at);
    const y = place.y(effect.site[Math.round(mark.at / effect.every)] ?? 0);
    pen.disc(x, y, 4, "surface", "d-depth");
    const width = pen.width(mark.words, 11, 600);
    pen.text(mark.words, Math.min(x + 7, place.right - width), Math.max(y - 7, place.top + 12), { weight: 600, colour: "ink", ground: "surface" });
  }
  if (effect.ready && effect.ready.from < effect.to) {
    const from = place.x(effect.ready.from);
    const to = place.x(Math.min(effect.ready.to, effect.to));
    const y = place.top + 5;
    pen.line([[from, y + 5], [from, y], [to, y], [to, y + 5]], "ink", 1.5);
    const half = pen.width(effect.ready.words, 11, 600) / 2;
    pen.text(effect.ready.words, Math.min(Math.max((from + to) / 2, place.left + half), place.right - half), y + 17, { weight: 600, colour: "ink", align: "center", ground: "surface" });
  }
}

/** What somebody noted beside what was predicted: words each on a row of their own, moments by the numbers they have in the room. */
function noted(effect: Effect, pen: Pen, place: Place): void {
  const named = effect.noted.filter((note) => note.words !== null);
  named.forEach((note) => pen.line([[place.x(note.at), place.top], [place.x(note.at), place.bottom]], "ink-3", 1, [2, 3]));
  named.forEach((note, row) => {
    const x = place.x(note.at);
    const y = place.top + row * 16;
    const words = `${note.words} ${note.clock}`;
    pen.diamond(x, y + 8, 4, "ink");
    const left = x + 8 + pen.width(words, 11, 600) > place.right;
    pen.text(words, left ? x - 8 : x + 8, y + 12, { weight: 600, colour: "ink", align: left ? "right" : "left", ground: "surface" });
  });
  for (const note of effect.noted) {
    if (note.number !== null) {
      pen.box(place.x(note.at) - 6.5, place.bottom - 14, 13, 12, "raised", "ink");
      pen.text(String(note.number), place.x(note.at), place.bottom - 4.5, { size: 10, weight: 700, colour: "ink", align: "center" });
    }
  }
}

const unseen: Line = { points: [], colour: "d-depth", width: 0, shape: () => {} };

function happened(effect: Effect, of: (seen: Seen) => number | null, colour: Colour): Line {
  return { points: effect.seen.flatMap((seen) => (of(seen) === null ? [] : [[seen.at, of(seen)] as const])), colour, width: 1, shape: (pen, x, y) => pen.disc(x, y, 3.4, colour) };
}

function lastOf(effect: Effect, of: (seen: Seen) => string | null): string[] {
  const last = [...effect.seen].reverse().find((seen) => of(seen) !== null);
  return last ? [of(last)!, `at ${last.clock}`] : [];
}

export function effectLanes(effect: Effect, wide: boolean): Lane[] {
  const top = roundAbove(Math.max(...effect.site, ...effect.plasma, ...(effect.band?.high ?? []), effect.level));
  const lanes: Lane[] = [
    {
      name: "Effect site", about: "ng/mL", tall: wide ? 190 : 160, range: [0, top], ticks: [0, top / 2, top], lines: [unseen], latest: wide ? ["predicted", "line: effect site", "dots: plasma", ...(effect.band ? ["inner: half", "outer: 9 in 10"] : [])] : [],
      paint: (pen, place) => site(effect, pen, place),
    },
  ];
  if (effect.norketamine) {
    const most = roundAbove(Math.max(...effect.norketamine));
    const line = effect.norketamine;
    lanes.push({ name: "Norketamine", about: "ng/mL", tall: 44, range: [0, most], ticks: [0, most], lines: [unseen], latest: wide ? ["predicted"] : [], paint: (pen, place) => drawn(effect, pen, place, line, "d-predicted", 1.5) });
  }
  if (effect.noted.length > 0) {
    const named = effect.noted.filter((note) => note.words !== null).length;
    const numbered = effect.noted.some((note) => note.number !== null);
    lanes.push({ name: "Noted", about: numbered ? "numbers: moments" : "", tall: named * 16 + (numbered ? 18 : 0), range: null, ticks: [], lines: [], latest: [], paint: (pen, place) => noted(effect, pen, place) });
  }
  if (effect.seen.some((seen) => seen.depth !== null)) {
    lanes.push({ name: "Depth", about: "none to unresponsive", tall: 54, range: [0, 4], ticks: [0, 4], lines: [happened(effect, (seen) => seen.depth, "d-depth")], latest: lastOf(effect, (seen) => seen.depthWords) });
  }
  if (effect.seen.some((seen) => seen.sedation !== null)) {
    lanes.push({ name: "Response", about: "MOAA/S, 5 awake", tall: 44, range: [0, 5], ticks: [0, 5], lines: [happened(effect, (seen) => seen.sedation, "d-peg")], latest: lastOf(effect, (seen) => (seen.sedation === null ? null : String(seen.sedation))) });
  }
  if (effect.seen.some((seen) => seen.systolic !== null)) {
    lanes.push({
      name: "Pressure", about: "mmHg", tall: 84, range: [40, 200], ticks: [40, 120, 200], lines: [unseen],
      latest: lastOf(effect, (seen) => (seen.systolic === null || seen.diastolic === null ? null : `${seen.systolic}/${seen.diastolic}`)),
      paint: (pen, place) => {
        for (const seen of effect.seen) {
          if (seen.systolic !== null && seen.diastolic !== null) {
            const x = place.x(seen.at);
            pen.line([[x, place.y(seen.systolic)], [x, place.y(seen.diastolic)]], "ink-3");
            pen.caret(x, place.y(seen.systolic), 4.5, true, "d-pressure");
            pen.caret(x, place.y(seen.diastolic), 4.5, false, "d-pressure");
          }
        }
      },
    });
    lanes.push({ name: "Pulse", about: "beats/min", tall: 44, range: [40, 140], ticks: [40, 140], lines: [happened(effect, (seen) => seen.pulse, "d-pulse")], latest: lastOf(effect, (seen) => (seen.pulse === null ? null : String(seen.pulse))) });
  }
  lanes.push({
    name: "Doses", about: "", tall: Math.max(1, effect.doses.length) * 22, range: null, ticks: [], lines: [], latest: [],
    paint: (pen, place) => effect.doses.forEach((dose, i) => {
      const x = place.x(dose.from);
      const y = place.top + i * 22 + 2;
      const end = dose.to === null ? x + 6 : place.x(dose.to);
      const fits = end - x > pen.width(dose.words, 11, 600) + 10;
      pen.box(x, y, end - x, 17, "drug-induction");
      pen.text(dose.words, fits ? x + 5 : end + 5, y + 12.5, fits ? { weight: 600, colour: "drug-ink" } : { colour: "ink" });
    }),
  });
  return lanes;
}
