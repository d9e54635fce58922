import type { Stop } from "../chart/lane-chart.ts";
import type { Colour } from "../chart/ink.ts";
import type { Lane, Line, Place } from "../chart/lanes.ts";
import type { Pen } from "../chart/pen.ts";

/** What the page hands over. Minutes count from the first dose; before it they are negative. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  /** Null when the session is over. */
  readonly now: number | null;
  readonly nowWords: string;
  /** The clock at minute 0 in the clinic's zone: "10:15". */
  readonly zeroClock: string;
  readonly readings: readonly Reading[];
  readonly due: readonly number[];
  readonly limits: readonly { readonly lane: "pressure" | "pulse" | "oxygen"; readonly value: number; readonly words: string; readonly over: boolean }[];
  readonly doses: readonly { readonly from: number; readonly to: number | null; readonly words: string; readonly drug: "induction" | "benzodiazepine" | "antiemetic" | "pressor" | "other" }[];
  readonly moments: readonly { readonly at: number; readonly number: number }[];
  readonly alerts: readonly { readonly at: number; readonly level: "amber" | "red" }[];
  readonly music?: readonly Band[];
  readonly voice?: readonly Band[];
}

/** "Peak: Low tide", "talking", from one minute to another. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export interface Reading {
  readonly at: number;
  readonly clock: string;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly pulse: number | null;
  readonly oxygen: number | null;
}

/** Diastolic and a third of the difference, rounded to whole mmHg. */
export function mean(systolic: number, diastolic: number): number {
  return Math.round(diastolic + (systolic - diastolic) / 3);
}

/** The clock so many minutes after another: 10:15 and 40 is 10:55. */
export function clockAt(zero: string, minutes: number): string {
  const [hours = 0, mins = 0] = zero.split(":").map(Number);
  const total = (((hours * 60 + mins + Math.round(minutes)) % 1440) + 1440) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

/** Every 5, 10, 15, 30 or 60 minutes, whatever leaves room for the words; the clock stands under every second one. */
export function minuteTicks(flow: Pick<Flow, "from" | "to" | "zeroClock">, pixels: number): { x: number; words: string; strong: boolean; below: string }[] {
  const step = [5, 10, 15, 30, 60].find((every) => (pixels / (flow.to - flow.from)) * every > 34) ?? 60;
  const ticks = [];
  for (let x = Math.ceil(flow.from / step) * step; x <= flow.to; x += step) {
    ticks.push({ x, words: x < 0 ? `−${-x}` : String(x), strong: true, below: Math.round(x / step) % 2 === 0 ? clockAt(flow.zeroClock, x) : "" });
  }
  return ticks;
}

export function stops(flow: Flow): Stop[] {
  return flow.readings.map((reading) => {
    const parts = [
      `Minute ${reading.at}, ${reading.clock}`,
      reading.systolic !== null && reading.diastolic !== null ? `pressure ${reading.systolic}/${reading.diastolic}, mean ${mean(reading.systolic, reading.diastolic)} mmHg` : "",
      reading.pulse !== null ? `pulse ${reading.pulse}` : "",
      reading.oxygen !== null ? `oxygen ${reading.oxygen} %` : "",
    ];
    return { x: reading.at, words: parts.filter((part) => part !== "").join(", ") + "." };
  });
}

function limits(flow: Flow, lane: "pressure" | "pulse" | "oxygen", pen: Pen, place: Place): void {
  for (const limit of flow.limits.filter((l) => l.lane === lane)) {
    const y = place.y(limit.value);
    pen.line([[place.left, y], [place.right, y]], "amber", 1.25, [7, 3]);
    pen.text(limit.words, place.right - 3, limit.over ? y - 4 : y + 12, { weight: 600, colour: "amber", align: "right" });
  }
}

/** Open clocks on the axis for what is planned; a minute is written where it does not run into the next clock or the edge. */
function due(flow: Flow, pen: Pen, place: Place): void {
  flow.due.forEach((at, i) => {
    const x = place.x(at);
    const words = i === 0 ? `due ${at}` : String(at);
    const width = pen.width(words);
    const next = flow.due[i + 1];
    pen.clock(x, place.bottom - 12, 4.8, "ink-2");
    if (x + 8 + width <= (next === undefined ? place.right : place.x(next) - 7)) {
      pen.text(words, x + 8, place.bottom - 8);
    } else if (next === undefined && (i === 0 || place.x(flow.due[i - 1]!) + 40 < x - 8 - width)) {
      pen.text(words, x - 8, place.bottom - 8, { align: "right" });
    }
  });
}

/** What the marks of the pressure lane mean, beside its name. */
function pressureKey(pen: Pen, place: Place): void {
  const zoom = pen.page.rem / 16;
  const rows = [
    ["systolic", (y: number) => pen.caret(6, y, 4.5, true, "d-pressure")],
    ["mean", (y: number) => pen.box(1.5, y - 2.5, 9, 2.4, "d-pressure")],
    ["diastolic", (y: number) => pen.caret(6, y - 5, 4.5, false, "d-pressure")],
    ["due", (y: number) => pen.clock(6, y - 3.5, 4.5, "ink-2")],
  ] as const;
  rows.forEach(([words, mark], i) => {
    const y = place.top + (48 + i * 17) * zoom;
    mark(y);
    pen.text(words, 18, y);
  });
}

function series(flow: Flow, of: (reading: Reading) => number | null, colour: Colour, width: number, shape: Line["shape"]): Line {
  return { points: flow.readings.map((r) => [r.at, of(r)] as const).filter((p) => p[1] !== null), colour, width, shape };
}

export function flowLanes(flow: Flow, wide: boolean): Lane[] {
  const last = [...flow.readings].reverse();
  const pressed = last.find((r) => r.systolic !== null && r.diastolic !== null);
  const pulsed = last.find((r) => r.pulse !== null);
  const breathed = last.find((r) => r.oxygen !== null);
  const carets: Line = { points: [], colour: "d-pressure", width: 0, shape: () => {} };
  return [
    ...bandLane("Voice", flow.voice ?? [], (band) => band.words === "talking" ? "accent-soft" : "raised"),
    {
      name: "Pressure", about: "mmHg", tall: wide ? 150 : 130, range: [40, 200], ticks: [40, 80, 120, 160, 200], lines: [carets],
      latest: pressed ? [`${pressed.systolic}/${pressed.diastolic}`, `mean ${mean(pressed.systolic!, pressed.diastolic!)}`, `at ${pressed.clock}`] : ["not taken"],
      paint: (pen, place) => {
        if (wide) {
          pressureKey(pen, place);
        }
        limits(flow, "pressure", pen, place);
        for (const r of flow.readings) {
          if (r.systolic === null || r.diastolic === null) {
            continue;
          }
          const x = place.x(r.at);
          pen.line([[x, place.y(r.systolic)], [x, place.y(r.diastolic)]], "ink-3");
          pen.caret(x, place.y(r.systolic), 5, true, "d-pressure");
          pen.caret(x, place.y(r.diastolic), 5, false, "d-pressure");
          pen.box(x - 3.5, place.y(mean(r.systolic, r.diastolic)) - 1.2, 7, 2.4, "d-pressure");
        }
        for (const alert of flow.alerts) {
          const x = place.x(alert.at);
          if (alert.level === "red") {
            pen.diamond(x, place.top + 9, 7, "red");
          } else {
            pen.triangle(x, place.top + 9, 7, "amber");
          }
        }
        due(flow, pen, place);
        for (const moment of flow.moments) {
          const x = place.x(moment.at);
          pen.line([[x, place.bottom], [x, place.bottom - 20]], "ink", 1.25);
          pen.box(x, place.bottom - 20, 13, 12, "raised", "ink");
          pen.text(String(moment.number), x + 6.5, place.bottom - 10.5, { size: 10, weight: 700, colour: "ink", align: "center" });
        }
      },
    },
    {
      name: "Pulse", about: "beats/min", tall: 44, range: [40, 140], ticks: [40, 100, 140],
      lines: [series(flow, (r) => r.pulse, "d-pulse", 1, (pen, x, y) => pen.disc(x, y, 3.4, "d-pulse"))],
      latest: pulsed ? [String(pulsed.pulse), `at ${pulsed.clock}`] : ["not taken"],
      paint: (pen, place) => limits(flow, "pulse", pen, place),
    },
    {
      name: "Oxygen", about: "SpO₂, %", tall: 42, range: [86, 100], ticks: [86, 100],
      lines: [series(flow, (r) => r.oxygen, "d-oxygen", 1.75, (pen, x, y) => pen.square(x, y, 2.2, "d-oxygen"))],
      latest: breathed ? [`${breathed.oxygen} %`, `at ${breathed.clock}`] : ["not taken"],
      paint: (pen, place) => limits(flow, "oxygen", pen, place),
    },
    {
      name: "Doses", about: "", tall: Math.max(1, flow.doses.length) * 22, range: null, ticks: [], lines: [], latest: [],
      paint: (pen, place) => flow.doses.forEach((dose, i) => {
        const x = place.x(dose.from);
        const y = place.top + i * 22 + 2;
        const end = dose.to === null ? x + 6 : place.x(dose.to);
        const colour = `drug-${dose.drug}` as Colour;
        const fits = end - x > pen.width(dose.words, 11, 600) + 10;
        pen.box(x, y, end - x, 17, colour);
        pen.text(dose.words, fits ? x + 5 : end + 5, y + 12.5, fits ? { weight: 600, colour: "drug-ink" } : { colour: "ink" });
      }),
    },
    ...bandLane("Music", flow.music ?? [], () => "sunk"),
  ];
}

/** Outlined, so that it is not taken for a dose; the words stand in the band or, where it is too short, after it unless the next one is there. */
function bandLane(name: string, bands: readonly Band[], colour: (band: Band) => Colour): Lane[] {
  return bands.length === 0 ? [] : [{
    name, about: "", tall: 22, range: null, ticks: [], lines: [], latest: [],
    paint: (pen, place) => bands.forEach((band, i) => {
      const [x, end, y] = [place.x(band.from), Math.max(place.x(band.to), place.x(band.from) + 3), place.top + 2];
      const next = bands[i + 1];
      const room = (next ? place.x(next.from) : place.right) - end;
      pen.box(x, y, end - x, 17, colour(band), "ink-3");
      const words = [band.words, band.words.replace(/:.*/, "")].find((said) => end - x > pen.width(said, 11) + 8 || room > pen.width(said, 11) + 8);
      if (words) {
        pen.text(words, end - x > pen.width(words, 11) + 8 ? x + 4 : end + 4, y + 12.5, { colour: "ink" });
      }
    }),
  }];
}
