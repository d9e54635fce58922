/** When the browser has nothing more urgent to do, and within two seconds in any case. Safari does not say when it is idle: there it is a moment later. */
export function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === "function") {
    requestIdleCallback(act, { timeout: 2_000 });
  } else {
    setTimeout(act, 200);
  }
}
