import type { Pen } from "./pen.ts";
import type { Colour } from "./ink.ts";

/** One value at one place on the axis; null is a gap that no line may cross. */
export type Point = readonly [x: number, y: number | null];

export interface Line {
  readonly points: readonly Point[];
  readonly colour: Colour;
  readonly width: number;
  readonly shape: (pen: Pen, x: number, y: number) => void;
}

/** One of the stacked lanes over a shared axis. */
export interface Lane {
  readonly name: string;
  /** Unit and fixed range in words: "mood, 0 to 27". */
  readonly about: string;
  readonly tall: number;
  /** Fixed ends of the scale, never fitted to the data; null for a lane without one. */
  readonly range: readonly [least: number, most: number] | null;
  readonly ticks: readonly number[];
  readonly lines: readonly Line[];
  /** Latest value and what belongs to it, for the right side. */
  readonly latest: readonly string[];
  readonly paint?: (pen: Pen, place: Place) => void;
}

/** Where a lane stands, and how its values and the axis become pixels. */
export interface Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface Stacked {
  readonly lane: Lane;
  readonly top: number;
  readonly bottom: number;
}

/** From this many pixels on, names stand left and latest values right of the lanes; below, they stand above each lane. */
export const wideFrom = 620;

/** The latest value without the name that stands beside it already. */
export function headline(lane: Lane): string {
  const first = lane.latest[0] ?? "";
  return first.startsWith(`${lane.name} `) ? first.slice(lane.name.length + 1) : first;
}

/** Stacks lanes from the top; on a narrow chart each lane carries its name above it. */
export function stack(lanes: readonly Lane[], first: number, gap: number, headline: number): { stacked: Stacked[]; end: number } {
  let top = first;
  const stacked = lanes.map((lane) => {
    const placed = { lane, top: top + headline, bottom: top + headline + lane.tall };
    top = placed.bottom + gap;
    return placed;
  });
  return { stacked, end: top - gap };
}

/** The range of a whole plot of this height in which the lane's own range falls exactly between its top and its bottom. */
export function plotRange(stacked: Stacked, height: number): [number, number] {
  const [least, most] = stacked.lane.range ?? [0, 1];
  const perPixel = (most - least) / (stacked.bottom - stacked.top);
  return [least - (height - stacked.bottom) * perPixel, most + stacked.top * perPixel];
}

/** Puts a gap between neighbours that are further apart than this. */
export function withGaps(points: readonly (readonly [number, number])[], most: number): Point[] {
  return points.flatMap((point, i): Point[] => {
    const before = points[i - 1];
    return before && point[0] - before[0] > most ? [[(before[0] + point[0]) / 2, null], point] : [point];
  });
}
