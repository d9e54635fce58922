// The clinic's clock, not the tablet's: the page says when it was made, and the browser only counts on from there.
let offset: number | null = null;

/** Milliseconds since the epoch on the server's clock. */
export function serverNow(root: ParentNode = document, local: () => number = Date.now): number {
  if (offset === null) {
    const said = Date.parse(root.querySelector('meta[name="server-time"]')?.getAttribute("content") ?? "");
    const made = performance.timeOrigin + (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined ?? { responseStart: 0 }).responseStart;
    offset = Number.isNaN(said) ? 0 : said - made;
  }
  return local() + offset;
}
