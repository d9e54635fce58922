// Puts a playlist's files on this device. The worker plays them from here.
import type { Keeping } from "./playlist.ts";

/** As the worker calls it. */
export const shelfName = "music";

export async function keep(files: readonly string[], known: readonly string[], told: (far: Keeping) => void): Promise<Keeping> {
  const far = (kept: number, busy: boolean, why: Keeping["why"]): Keeping => {
    const now = { kept, of: files.length, busy, why };
    told(now);
    return now;
  };
  if (!("caches" in globalThis) || !navigator.serviceWorker) {
    return far(0, false, "no-store");
  }
  let kept = 0;
  try {
    const shelf = await caches.open(shelfName);
    await forget(shelf, known);
    for (const file of files) {
      if (!(await shelf.match(file))) {
        far(kept, true, null);
        const answer = await fetch(file);
        if (answer.status !== 200 || answer.redirected) {
          continue;
        }
        await shelf.put(file, answer);
      }
      kept += 1;
    }
    return far(kept, false, kept === files.length ? null : "no-network");
  } catch (trouble) {
    return far(kept, false, trouble instanceof DOMException && trouble.name === "QuotaExceededError" ? "no-room" : "no-network");
  }
}

/** What no playlist has any more. */
async function forget(shelf: Cache, known: readonly string[]): Promise<void> {
  for (const request of await shelf.keys()) {
    if (!known.includes(new URL(request.url).pathname)) {
      await shelf.delete(request);
    }
  }
}
