// The page's own tokens, read where the chart stands, so that day, room, print and forced colours all hold.
const names = [
  "ink", "ink-2", "ink-3", "surface", "sunk", "raised", "line", "edge", "grid", "grid-strong", "now", "amber", "red", "accent", "accent-soft",
  "d-pressure", "d-pulse", "d-oxygen", "d-pain", "d-peg", "d-phq", "d-gad", "d-depth", "d-predicted",
  "drug-induction", "drug-benzodiazepine", "drug-antiemetic", "drug-pressor", "drug-other", "drug-ink",
] as const;

export type Colour = (typeof names)[number];

export interface Page {
  readonly colour: Record<Colour, string>;
  readonly record: string;
  readonly voice: string;
  /** One rem in CSS pixels: chart text grows with the reader's text. */
  readonly rem: number;
}

export function readPage(element: Element): Page {
  const style = getComputedStyle(element);
  const probe = document.createElement("i");
  element.append(probe);
  const colour = {} as Record<Colour, string>;
  for (const name of names) {
    // A system colour such as CanvasText is only known once it is computed on an element.
    probe.style.color = "";
    probe.style.color = `var(--${name})`;
    colour[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return {
    colour,
    record: style.getPropertyValue("--font-record") || "sans-serif",
    voice: style.getPropertyValue("--font-voice") || "serif",
    rem: parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
  };
}
