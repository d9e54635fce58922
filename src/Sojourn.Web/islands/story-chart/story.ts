import { withGaps, type Lane, type Line } from "../chart/lanes.ts";
import type { Pen } from "../chart/pen.ts";
import type { Colour } from "../chart/ink.ts";
import type { Stop } from "../chart/lane-chart.ts";

/** What the page hands over; dates are days of the clinic, as 2026-06-09. */
export interface Story {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly sessions: readonly { readonly number: number; readonly on: string; readonly planned: boolean; readonly words: string }[];
  readonly therapy: readonly { readonly on: string; readonly planned: boolean; readonly after: boolean }[];
  readonly pain: readonly { readonly on: string; readonly value: number }[];
  readonly measures: readonly Measure[];
  readonly doses: readonly { readonly on: string; readonly milligrams: number; readonly words: string; readonly rescue: boolean }[];
  readonly beside?: readonly { readonly on: string; readonly words: string; readonly here: boolean }[];
}

export interface Measure {
  readonly name: string;
  readonly about: string;
  readonly shape: "square" | "triangle" | "cross" | "disc";
  readonly least: number;
  readonly most: number;
  /** Answers further apart than this many days are not joined by a line; 0 joins all. */
  readonly gapDays: number;
  readonly points: readonly { readonly on: string; readonly value: number; readonly band?: string }[];
}

const daySeconds = 86_400;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function seconds(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / 1000;
}

export function shortDate(on: string): string {
  const date = new Date(`${on}T00:00:00Z`);
  return `${date.getUTCDate()}-${months[date.getUTCMonth()]}`;
}

/** The first of each month, named wherever there is room; January carries its year. */
export function monthTicks(from: number, to: number, pixels: number): { x: number; words: string; strong: boolean }[] {
  const start = new Date(from * 1000);
  const end = new Date(to * 1000);
  const count = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const step = [1, 2, 3, 6, 12].find((every) => (pixels / (count + 1)) * every > 44) ?? 12;
  return Array.from({ length: count + 1 }, (_, i) => new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1)))
    .map((month) => {
      const named = month.getUTCMonth() % step === 0;
      const year = month.getUTCMonth() === 0 ? ` ${month.getUTCFullYear()}` : "";
      return { x: month.getTime() / 1000, words: named ? `${months[month.getUTCMonth()]}${year}` : "", strong: named };
    })
    .filter((tick) => tick.x >= from && tick.x <= to);
}

/** Whole days from each given session to the one before. */
export function gaps(story: Story): (number | null)[] {
  return story.sessions.map((session, i) => {
    const before = story.sessions[i - 1];
    return before ? Math.round((seconds(session.on) - seconds(before.on)) / daySeconds) : null;
  });
}

export function stops(story: Story): Stop[] {
  const between = gaps(story);
  return story.sessions.map((session, i) => {
    const days = between[i] ?? null;
    const dose = story.doses.filter((d) => d.on === session.on && !d.rescue).map((d) => d.words);
    const parts = [`Session ${session.number}, ${session.words}`, ...dose, days === null ? "" : `${days} days after session ${session.number - 1}`, session.planned ? "planned" : ""];
    return { x: seconds(session.on), words: parts.filter((part) => part !== "").join(". ") + "." };
  });
}

const shapes: Record<Measure["shape"], (pen: Pen, x: number, y: number, colour: Colour) => void> = {
  square: (pen, x, y, colour) => pen.square(x, y, 3.2, colour),
  triangle: (pen, x, y, colour) => pen.triangle(x, y, 4.4, colour),
  cross: (pen, x, y, colour) => pen.cross(x, y, 3.4, colour),
  disc: (pen, x, y, colour) => pen.disc(x, y, 3.2, colour),
};

const colours: Record<Measure["shape"], Colour> = { square: "d-peg", triangle: "d-phq", cross: "d-gad", disc: "ink-2" };

function line(measure: Measure): Line {
  const colour = colours[measure.shape];
  const points = measure.points.map((p) => [seconds(p.on), p.value] as const);
  return {
    points: measure.gapDays > 0 ? withGaps(points, measure.gapDays * daySeconds) : points,
    colour,
    width: 2,
    shape: (pen, x, y) => shapes[measure.shape](pen, x, y, colour),
  };
}

function latest(measure: Measure): string[] {
  const first = measure.points[0];
  const last = measure.points[measure.points.length - 1];
  if (!first || !last) {
    return ["no answers"];
  }
  const said = [`${measure.name} ${last.value}`, [shortDate(last.on), last.band].filter(Boolean).join(", ")];
  return measure.points.length > 1 ? [...said, `was ${first.value} on ${shortDate(first.on)}`] : said;
}

function ticksOf(most: number): number[] {
  return most === 10 ? [0, 5, 10] : [0, Math.floor(most / 20) * 10 || most, most].filter((t, i, all) => all.indexOf(t) === i);
}

export function storyLanes(story: Story, wide: boolean): Lane[] {
  const given = story.sessions.filter((s) => !s.planned);
  const between = gaps(story);
  const lanes: Lane[] = [
    {
      name: "Medicine", about: "days between", tall: 22, range: null, ticks: [], lines: [],
      latest: [`${given.length} given`, story.sessions.length > given.length ? "next is planned" : "none booked"],
      paint: (pen, place) => {
        const y = place.top + 11;
        story.sessions.forEach((session, i) => {
          const x = place.x(seconds(session.on));
          const before = story.sessions[i - 1];
          if (before) {
            pen.dimension(place.x(seconds(before.on)) + 12, x - 12, y, String(between[i]));
          }
          pen.diamond(x, y, 10, session.planned ? "surface" : "ink", session.planned ? "ink" : null);
          pen.text(String(session.number), x, y + 4, { weight: 700, colour: session.planned ? "ink" : "surface", align: "center" });
        });
      },
    },
    {
      name: "Therapy", about: "", tall: 14, range: null, ticks: [], lines: [],
      latest: [`${story.therapy.filter((t) => !t.planned).length} held`],
      paint: (pen, place) => story.therapy.forEach((visit) => {
        const x = place.x(seconds(visit.on));
        pen.disc(x, place.top + 7, wide ? 4.2 : 3, visit.planned || !visit.after ? "surface" : "ink", visit.planned ? "ink-2" : "ink");
      }),
    },
  ];
  const beside = story.beside ?? [];
  if (beside.length > 0) {
    lanes.push({
      name: "Beside it", about: "", tall: 14, range: null, ticks: [], lines: [],
      latest: [beside.length === 1 ? "1 other treatment" : `${beside.length} other treatments`],
      paint: (pen, place) => beside.forEach((other) => pen.square(place.x(seconds(other.on)), place.top + 7, wide ? 4 : 3, other.here ? "ink" : "ink-3")),
    });
  }
  const peg = story.measures.find((m) => m.most === 10);
  if (story.pain.length > 0 || peg) {
    const taps: Line = { points: story.pain.map((p) => [seconds(p.on), p.value] as const), colour: "ink-3", width: 0, shape: (pen, x, y) => pen.disc(x, y, 1.8, "ink-3") };
    lanes.push({
      name: "Pain", about: "0 to 10", tall: wide ? 100 : 88, range: [0, 10], ticks: [0, 5, 10],
      lines: [...(story.pain.length > 0 ? [taps] : []), ...(peg ? [line(peg)] : [])],
      paint: (pen, place) => {
        if (wide && story.pain.length > 0 && peg) {
          const y = place.top + (pen.page.rem / 16) * 46;
          pen.disc(5, y - 4, 2, "ink-3");
          pen.text("daily tap", 14, y);
          pen.square(5, y + 13, 3.2, "d-peg");
          pen.text("PEG", 14, y + 17);
        }
      },
      latest: peg ? latest(peg) : [`${story.pain[story.pain.length - 1]?.value} on ${shortDate(story.pain[story.pain.length - 1]?.on ?? story.today)}`],
    });
  }
  for (const measure of story.measures.filter((m) => m !== peg)) {
    lanes.push({ name: measure.name, about: measure.about, tall: wide ? 56 : 52, range: [measure.least, measure.most], ticks: ticksOf(measure.most), lines: [line(measure)], latest: latest(measure) });
  }
  if (story.doses.length > 0) {
    const most = Math.max(...story.doses.map((d) => d.milligrams));
    const total = story.doses.filter((d) => !d.rescue).reduce((sum, d) => sum + d.milligrams, 0);
    lanes.push({
      name: "Dose", about: "mg", tall: 44, range: [0, most * 1.5], ticks: [], lines: [],
      latest: [`${total} mg`, `in ${story.doses.filter((d) => !d.rescue).length}`],
      paint: (pen, place) => {
        pen.line([[place.left, place.bottom], [place.right, place.bottom]], "grid-strong");
        let clear = -Infinity;
        for (const dose of [...story.doses].sort((a, b) => a.on.localeCompare(b.on))) {
          const x = place.x(seconds(dose.on));
          const top = place.y(dose.milligrams);
          pen.box(x - 7, top, 14, place.bottom - top, dose.rescue ? "surface" : "drug-induction", dose.rescue ? "ink" : null);
          pen.line([[x - 7, top], [x + 7, top]], "ink", 1.25);
          const words = String(dose.milligrams);
          const half = pen.width(words, 11, 600) / 2;
          if (x - half > clear) {
            pen.text(words, x, top - 4, { weight: 600, colour: "ink", align: "center" });
            clear = x + half + 2;
          }
        }
      },
    });
  }
  return lanes;
}
