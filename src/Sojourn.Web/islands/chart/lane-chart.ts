import uPlot from "uplot";
import { whenIdle } from "../idle.ts";
import { readPage } from "./ink.ts";
import { headline, plotRange, stack, wideFrom, type Lane, type Place, type Stacked } from "./lanes.ts";
import { Pen } from "./pen.ts";

/** Something on the axis that the arrow keys stop at, with the sentence that is spoken and shown for it. */
export interface Stop {
  readonly x: number;
  readonly words: string;
}

/** `below` is set where ticks stand under the lanes. */
export interface Tick {
  readonly x: number;
  readonly words: string;
  readonly strong: boolean;
  readonly below?: string;
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly now: number | null;
  readonly nowWords: string;
  readonly ticks: (pixels: number) => readonly Tick[];
}

/**
 * A chart of stacked lanes on one axis, drawn by uPlot on one canvas and drawn again for every width and theme. Its data is a JSON script inside it;
 * the same data stands beside it as a table, which is what a page without script has.
 */
export abstract class LaneChart<TData> extends HTMLElement {
  private plot: uPlot | null = null;
  private data: TData | null = null;
  private chosen = -1;
  private readout: HTMLElement | null = null;
  private readonly holder = document.createElement("div");
  private readonly watch = new ResizeObserver(() => this.drawSoon());
  private readonly media = ["print", "(forced-colors: active)", "(prefers-color-scheme: dark)", "(prefers-contrast: more)"].map((query) => matchMedia(query));

  protected abstract axis(data: TData): Axis;
  protected abstract lanes(data: TData, wide: boolean): readonly Lane[];
  protected abstract stops(data: TData): readonly Stop[];
  /** What lies over all lanes: lines of sessions, limits. */
  protected overlay(_pen: Pen, _data: TData, _place: Place): void {}
  protected abstract readonly tip: string;

  connectedCallback(): void {
    const source = this.querySelector('script[type="application/json"]');
    if (!source?.textContent) {
      return;
    }
    this.data = JSON.parse(source.textContent) as TData;
    this.tabIndex = 0;
    this.setAttribute("role", "group");
    this.setAttribute("aria-roledescription", "chart");
    this.holder.setAttribute("aria-hidden", "true");
    this.readout = document.createElement("p");
    this.readout.className = "chart-readout";
    this.readout.setAttribute("aria-live", "polite");
    this.readout.dataset["tip"] = "";
    this.readout.textContent = this.tip;
    this.append(this.holder, this.readout);
    this.addEventListener("keydown", this.onKey);
    this.watch.observe(this);
    this.media.forEach((query) => query.addEventListener("change", this.redraw));
    addEventListener("beforeprint", this.redraw);
  }

  /** New data in the place of the old; the same data changes nothing. */
  take(json: string): void {
    const source = this.querySelector('script[type="application/json"]');
    if (!source || source.textContent === json || json === "") {
      return;
    }
    source.textContent = json;
    this.data = JSON.parse(json) as TData;
    this.drawnWidth = 0;
    this.drawSoon();
  }

  disconnectedCallback(): void {
    this.watch.disconnect();
    this.media.forEach((query) => query.removeEventListener("change", this.redraw));
    removeEventListener("beforeprint", this.redraw);
    this.removeEventListener("keydown", this.onKey);
    this.plot?.destroy();
    this.plot = null;
    this.holder.remove();
    this.readout?.remove();
  }

  private readonly redraw = (): void => {
    this.drawnWidth = 0;
    this.draw();
  };

  private drawnWidth = 0;
  private willDraw = false;

  /** A tap is answered before a chart is drawn; two charts are drawn one after the other, so that a tap can come between. */
  private drawSoon(): void {
    if (!this.willDraw) {
      this.willDraw = true;
      whenIdle(() => {
        this.willDraw = false;
        this.draw();
      });
    }
  }

  private draw(): void {
    const width = Math.floor(this.clientWidth);
    if (!this.data || width < 120 || width === this.drawnWidth) {
      return;
    }
    this.drawnWidth = width;
    const data = this.data;
    const page = readPage(this);
    const wide = width >= wideFrom;
    const axis = this.axis(data);
    const zoom = page.rem / 16;
    const lanes = this.lanes(data, wide);
    const pen = new Pen(document.createElement("canvas").getContext("2d")!, page);
    const said = Math.max(0, ...lanes.flatMap((lane) => lane.latest.map((words, i) => (i === 0 ? pen.width(words, 13, 700) : pen.width(words)))));
    const left = (wide ? 118 : 26) * zoom;
    // The values at the right have as much room as they need, up to a quarter of the chart; what is longer goes on in a second line.
    const right = wide ? Math.min(Math.max(108 * zoom, said + 14), width / 4) : 8 * zoom;
    const { stacked, end } = stack(lanes, 22 * zoom, (wide ? 16 : 10) * zoom, wide ? 0 : 22 * zoom);
    const height = Math.ceil(end + 34 * zoom);
    const lines = stacked.flatMap((place) => place.lane.lines.map((line) => ({ line, place })));
    const tables = lines.map(({ line }) => [line.points.map((p) => p[0]), line.points.map((p) => p[1])] as uPlot.AlignedData);
    const ends: uPlot.AlignedData = [[axis.from, axis.to], [0, 0]];

    this.plot?.destroy();
    this.plot = new uPlot(
      {
        width,
        height,
        padding: [0, right, 0, left],
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
        scales: {
          x: { time: false, range: [axis.from, axis.to] },
          base: { range: [0, 1] },
          ...Object.fromEntries(lines.map(({ place }, i) => [`y${i}`, { range: plotRange(place, height) }])),
        },
        axes: [{ show: false }, ...lines.map((_, i) => ({ show: false, scale: `y${i}` })), { show: false, scale: "base" }],
        series: [
          {},
          { show: false, scale: "base" },
          ...lines.map(({ line }, i) => ({ scale: `y${i}`, stroke: page.colour[line.colour], width: line.width, points: { show: false } })),
        ],
        hooks: {
          drawClear: [(u: uPlot) => this.under(u, page.rem, stacked, axis, wide, readPage(this))],
          draw: [(u: uPlot) => this.over(u, stacked, axis, data, wide)],
          ready: [(u: uPlot) => this.point(u)],
        },
      },
      uPlot.join([ends, ...tables]),
      this.holder,
    );
  }

  /** Names, scales, grid: everything that the lines lie on. */
  private under(u: uPlot, rem: number, stacked: readonly Stacked[], axis: Axis, wide: boolean, page: ReturnType<typeof readPage>): void {
    this.inPixels(u, page, (pen, place) => {
      const zoom = rem / 16;
      const first = stacked[0]?.top ?? 0;
      const last = stacked[stacked.length - 1]?.bottom ?? 0;
      if (axis.now !== null && axis.now < axis.to) {
        const x = place.x(Math.max(axis.now, axis.from));
        pen.box(x, first, place.right - x, last - first, "sunk");
      }
      for (const tick of axis.ticks(place.right - place.left)) {
        const x = place.x(tick.x);
        pen.line([[x, first], [x, last]], tick.strong ? "grid-strong" : "grid");
        this.tickWords(pen, tick, x, last, u.width, zoom);
      }
      for (const { lane, top, bottom } of stacked) {
        const here = this.laneplace(place, lane, top, bottom);
        for (const tick of lane.ticks) {
          pen.line([[place.left, here.y(tick)], [place.right, here.y(tick)]], tick === lane.range?.[0] || tick === lane.range?.[1] ? "grid-strong" : "grid");
          pen.text(String(tick), place.left - 5, here.y(tick) + 4, { align: "right", size: 10 });
        }
        if (wide) {
          pen.text(lane.name, 0, top + 11 * zoom, { size: 12, weight: 600, colour: "ink" });
          pen.wrap(lane.about, place.left - 30 * zoom).forEach((words, i) => pen.text(words, 0, top + (25 + i * 13) * zoom));
          lane.latest.flatMap((words, i) => (i === 0 ? [words] : pen.wrap(words, u.width - place.right - 12)))
            .forEach((words, i) => pen.text(words, place.right + 10, top + (11 + i * 14) * zoom, i === 0 ? { size: 13, weight: 700, colour: "ink" } : {}));
        }
      }
    });
  }

  /** Months stand over the lanes; minutes under them, with the clock in a second line. Words that would be cut off are left out. */
  private tickWords(pen: Pen, tick: Tick, x: number, last: number, width: number, zoom: number): void {
    if (tick.below === undefined) {
      if (x + 4 + pen.width(tick.words, 12, 600) <= width) {
        pen.text(tick.words, x + 4, 13 * zoom, { size: 12, weight: 600, colour: "ink" });
      }
      return;
    }
    for (const [words, y] of [[tick.words, 15], [tick.below, 29]] as const) {
      if (x + pen.width(words) / 2 <= width) {
        pen.text(words, x, last + y * zoom, { align: "center" });
      }
    }
  }

  /** Marks on the lines, what has no line, now, and the chosen stop. */
  private over(u: uPlot, stacked: readonly Stacked[], axis: Axis, data: TData, wide: boolean): void {
    const page = readPage(this);
    this.inPixels(u, page, (pen, place) => {
      const first = stacked[0]?.top ?? 0;
      const last = stacked[stacked.length - 1]?.bottom ?? 0;
      this.overlay(pen, data, { ...place, top: first, bottom: last });
      for (const { lane, top, bottom } of stacked) {
        if (!wide) {
          this.heading(pen, lane, place.right, top - (9 / 16) * page.rem);
        }
        const here = this.laneplace(place, lane, top, bottom);
        for (const line of lane.lines) {
          for (const [x, y] of line.points) {
            if (y !== null) {
              line.shape(pen, here.x(x), here.y(y));
            }
          }
        }
        lane.paint?.(pen, here);
      }
      if (axis.now !== null && axis.now >= axis.from && axis.now <= axis.to) {
        const x = place.x(axis.now);
        const under = axis.ticks(place.right - place.left)[0]?.below === undefined;
        const flag = under ? last + 3 : 1;
        pen.line([[x, under ? first : first - 4], [x, under ? last + 4 : last]], "now", 1.75);
        const half = pen.width(axis.nowWords, 11, 700) / 2 + 5;
        const at = Math.min(Math.max(x, place.left + half), place.right - half);
        pen.box(at - half, flag, half * 2, (15 / 16) * page.rem, "ink");
        pen.text(axis.nowWords, at, flag + (11.5 / 16) * page.rem, { weight: 700, colour: "surface", align: "center" });
      }
      const stop = this.stops(data)[this.chosen];
      if (stop) {
        pen.line([[place.x(stop.x), first], [place.x(stop.x), last]], "accent", 2, [5, 3]);
      }
    });
  }

  /** On a narrow chart the name, the latest value at the right and, where it fits, what it is about stand above the lane, on a ground of their own. */
  private heading(pen: Pen, lane: Lane, right: number, y: number): void {
    const after = pen.text(lane.name, 0, y, { size: 12, weight: 600, colour: "ink", ground: "surface" }) + 6;
    const value = headline(lane);
    pen.text(value, right, y, { weight: 600, colour: "ink", align: "right", ground: "surface" });
    if (after + pen.width(lane.about) + 8 <= right - pen.width(value, 11, 600)) {
      pen.text(lane.about, after, y, { ground: "surface" });
    }
  }

  private laneplace(place: Place, lane: Lane, top: number, bottom: number): Place {
    const [least, most] = lane.range ?? [0, 1];
    return { ...place, top, bottom, y: (value) => bottom - ((value - least) / (most - least)) * (bottom - top) };
  }

  private inPixels(u: uPlot, page: ReturnType<typeof readPage>, draw: (pen: Pen, place: Place) => void): void {
    const ratio = uPlot.pxRatio;
    const left = u.bbox.left / ratio;
    u.ctx.save();
    u.ctx.scale(ratio, ratio);
    draw(new Pen(u.ctx, page), {
      left,
      right: left + u.bbox.width / ratio,
      top: 0,
      bottom: u.bbox.height / ratio,
      x: (value) => left + u.valToPos(value, "x"),
      y: (value) => value,
    });
    u.ctx.restore();
  }

  /** A tap or a click chooses the nearest stop. */
  private point(u: uPlot): void {
    u.over.addEventListener("click", (event) => {
      if (!this.data) {
        return;
      }
      const at = u.posToVal(event.offsetX, "x");
      const stops = this.stops(this.data);
      const nearest = stops.reduce((best, stop, i) => (Math.abs(stop.x - at) < Math.abs((stops[best]?.x ?? Infinity) - at) ? i : best), 0);
      this.choose(nearest);
    });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.data) {
      return;
    }
    const last = this.stops(this.data).length - 1;
    const to = { ArrowRight: Math.min(this.chosen + 1, last), ArrowLeft: Math.max(this.chosen - 1, 0), Home: 0, End: last, Escape: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.choose(to);
    }
  };

  private choose(index: number): void {
    this.chosen = index;
    if (this.readout && this.data) {
      const words = this.stops(this.data)[index]?.words;
      this.readout.textContent = words ?? this.tip;
      this.readout.toggleAttribute("data-tip", words === undefined);
    }
    this.plot?.redraw(false);
  }
}
