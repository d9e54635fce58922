// The clinic's clock, not the tablet's: the page says when it was made, and the browser only counts on from there.
const store = "clock-offset";
let offset: number | null = null;
let zone: number | null = null;

/** Milliseconds since the epoch on the server's clock. */
export function serverNow(root: Document = document, local: () => number = Date.now): number {
  offset ??= root.querySelector('meta[name="kept"]') ? kept() : fromPage(root);
  return local() + offset;
}

/**
 * The time of day on the clinic's clock: the page says how far it is from UTC. The browser's own table of zones is not asked, for it may be older or
 * newer than the clinic's.
 */
export function clinicTime(at: string | number): string {
  zone ??= minutesFromUtc(document) ?? 0;
  return new Date(new Date(at).getTime() + zone * 60_000).toISOString().slice(11, 16);
}

/** A fresh page corrects a clock that has drifted, or that a page kept on the device could not know. */
export function keepServerTime(fresh: Document, local: () => number = Date.now): void {
  const said = spoken(fresh);
  if (said !== null && !fresh.querySelector('meta[name="kept"]')) {
    offset = said - local();
    zone = minutesFromUtc(fresh);
    remember(offset);
  }
}

function fromPage(root: Document): number {
  const said = spoken(root);
  const navigation = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  const found = said === null ? 0 : said - (performance.timeOrigin + (navigation?.responseStart ?? 0));
  remember(found);
  return found;
}

function minutesFromUtc(root: ParentNode): number | null {
  const minutes = root.querySelector<HTMLElement>('meta[name="server-time"]')?.dataset["fromUtc"];
  return minutes === undefined ? null : Number(minutes);
}

function spoken(root: ParentNode): number | null {
  const said = Date.parse(root.querySelector('meta[name="server-time"]')?.getAttribute("content") ?? "");
  return Number.isNaN(said) ? null : said;
}

function remember(found: number): void {
  try {
    localStorage.setItem(store, String(found));
  } catch {
    // A browser that keeps nothing keeps no clock either; the next page says the time again.
  }
}

function kept(): number {
  try {
    return Number(localStorage.getItem(store) ?? 0);
  } catch {
    return 0;
  }
}
