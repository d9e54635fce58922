import type { Colour, Page } from "./ink.ts";

export interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly colour?: Colour;
  readonly align?: CanvasTextAlign;
  readonly voice?: boolean;
  /** Draws a ground behind the words, so that no line runs through them. */
  readonly ground?: Colour;
}

/** Draws the marks of look and room in CSS pixels. Solid is measured, outlined is planned. */
export class Pen {
  constructor(private readonly context: CanvasRenderingContext2D, readonly page: Page) {}

  text(words: string, x: number, y: number, style: TextStyle = {}): number {
    const c = this.context;
    const size = ((style.size ?? 11) / 16) * this.page.rem;
    c.font = `${style.voice ? "italic " : ""}${style.weight ?? 400} ${size}px ${style.voice ? this.page.voice : this.page.record}`;
    c.textAlign = style.align ?? "left";
    c.textBaseline = "alphabetic";
    const width = c.measureText(words).width;
    if (style.ground) {
      const left = x - (c.textAlign === "right" ? width : c.textAlign === "center" ? width / 2 : 0);
      c.fillStyle = this.page.colour[style.ground];
      c.fillRect(left - 2, y - size, width + 4, size * 1.25);
    }
    c.fillStyle = this.page.colour[style.colour ?? "ink-2"];
    c.fillText(words, x, y);
    return width;
  }

  width(words: string, size = 11, weight = 400): number {
    this.context.font = `${weight} ${(size / 16) * this.page.rem}px ${this.page.record}`;
    return this.context.measureText(words).width;
  }

  /** The words in lines no wider than this. */
  wrap(words: string, width: number): string[] {
    const lines: string[] = [];
    for (const word of words.split(" ")) {
      const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length > 0 && this.width(longer) <= width) {
        lines[lines.length - 1] = longer;
      } else {
        lines.push(word);
      }
    }
    return lines;
  }

  line(points: readonly (readonly [number, number])[], colour: Colour, width = 1, dash: number[] = []): void {
    const c = this.context;
    c.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? c.moveTo(x, y) : c.lineTo(x, y)));
    c.setLineDash(dash);
    c.strokeStyle = this.page.colour[colour];
    c.lineWidth = width;
    c.stroke();
    c.setLineDash([]);
  }

  box(x: number, y: number, width: number, height: number, fill: Colour | null, stroke: Colour | null = null, dash: number[] = []): void {
    const c = this.context;
    c.beginPath();
    c.rect(x, y, width, height);
    this.ink(fill, stroke, 1.5, dash);
  }

  disc(x: number, y: number, r: number, fill: Colour | null, stroke: Colour | null = null): void {
    const c = this.context;
    c.beginPath();
    c.arc(x, y, r, 0, Math.PI * 2);
    this.ink(fill, stroke);
  }

  shape(points: readonly (readonly [number, number])[], fill: Colour | null, stroke: Colour | null = null): void {
    const c = this.context;
    c.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? c.moveTo(x, y) : c.lineTo(x, y)));
    c.closePath();
    this.ink(fill, stroke);
  }

  /** A thin wash of a colour, through which lines and grid stay visible. */
  wash(points: readonly (readonly [number, number])[], colour: Colour, strength: number): void {
    this.context.globalAlpha = strength;
    this.shape(points, colour);
    this.context.globalAlpha = 1;
  }

  diamond(x: number, y: number, r: number, fill: Colour | null, stroke: Colour | null = null): void {
    this.shape([[x, y - r], [x + r, y], [x, y + r], [x - r, y]], fill, stroke);
  }

  triangle(x: number, y: number, r: number, fill: Colour | null, stroke: Colour | null = null): void {
    this.shape([[x, y - r], [x + r, y + r * 0.8], [x - r, y + r * 0.8]], fill, stroke);
  }

  square(x: number, y: number, r: number, fill: Colour | null, stroke: Colour | null = null): void {
    this.box(x - r, y - r, r * 2, r * 2, fill, stroke);
  }

  cross(x: number, y: number, r: number, colour: Colour): void {
    this.line([[x - r, y - r], [x + r, y + r]], colour, 1.8);
    this.line([[x + r, y - r], [x - r, y + r]], colour, 1.8);
  }

  /** Systolic points down, diastolic up: the space between is the pressure. */
  caret(x: number, y: number, r: number, down: boolean, colour: Colour): void {
    const lift = down ? -r : r;
    this.line([[x - r, y + lift], [x, y], [x + r, y + lift]], colour, 2);
  }

  /** An open clock: planned, not yet happened. */
  clock(x: number, y: number, r: number, colour: Colour): void {
    this.disc(x, y, r, null, colour);
    this.line([[x, y - r * 0.55], [x, y], [x + r * 0.45, y]], colour, 1.25);
  }

  /** A dimension line from one mark to the next, with its figure in the middle. */
  dimension(from: number, to: number, y: number, words: string): void {
    const middle = (from + to) / 2;
    const half = this.width(words, 12, 600) / 2 + 3;
    if (to - from > half * 2 + 14) {
      this.line([[from, y], [middle - half, y]], "ink-2");
      this.line([[middle + half, y], [to, y]], "ink-2");
      this.line([[from + 4, y - 3], [from, y], [from + 4, y + 3]], "ink-2");
      this.line([[to - 4, y - 3], [to, y], [to - 4, y + 3]], "ink-2");
    }
    if (to - from > half * 2) {
      this.text(words, middle, y + 4, { size: 12, weight: 600, colour: "ink", align: "center" });
    }
  }

  private ink(fill: Colour | null, stroke: Colour | null, width = 1.5, dash: number[] = []): void {
    const c = this.context;
    if (fill) {
      c.fillStyle = this.page.colour[fill];
      c.fill();
    }
    if (stroke) {
      c.setLineDash(dash);
      c.strokeStyle = this.page.colour[stroke];
      c.lineWidth = width;
      c.stroke();
      c.setLineDash([]);
    }
  }
}
