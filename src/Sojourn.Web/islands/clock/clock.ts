export type ClockKind = "left" | "minutes";

/** "2:48", "1:02:48"; late by a minute and more "18 min", "1 h 2 min", which nobody takes for a time of day. The sign is said by the word beside it. */
export function figure(milliseconds: number): string {
  const late = Math.floor(-milliseconds / 60_000);
  if (late >= 1) {
    return late < 60 ? `${late} min` : late % 60 === 0 ? `${late / 60} h` : `${Math.floor(late / 60)} h ${late % 60} min`;
  }
  const total = Math.floor(Math.abs(milliseconds) / 1000);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const tail = `${hours > 0 ? String(minutes).padStart(2, "0") : minutes}:${String(total % 60).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** Whole minutes since an instant; before it, nought. */
export function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000));
}

/** What is spoken, and only when it changes: once a whole minute. */
export function spoken(kind: ClockKind, at: number, now: number): string {
  if (kind === "minutes") {
    return `Minute ${minutesSince(at, now)}`;
  }
  const minutes = Math.floor(Math.abs(at - now) / 60_000);
  return at >= now ? (minutes === 0 ? "Less than a minute left" : `${minutes} min left`) : minutes === 0 ? "Due now" : `${minutes} min over`;
}
