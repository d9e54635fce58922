// Entries go out one after another, in the order of the taps, and leave the device only when the clinic has answered.
import type { Answer, Entry, EntryState, Trouble } from "./entry.ts";
import type { Store } from "./store.ts";

const soonest = 1_000;
const latest = 15_000;

export interface Kept {
  readonly entry: Entry;
  readonly state: EntryState;
}

export class Outbox {
  private entries: Entry[] = [];
  private sending: number | null = null;
  private running = false;
  private wait = soonest;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Why nothing goes out just now; null while all is well. */
  trouble: Trouble | null = null;

  constructor(
    private readonly store: Store,
    private readonly by: string,
    private readonly send: (entry: Entry) => Promise<Answer>,
    private readonly told: (entry: Entry | null, state: EntryState | null) => void,
  ) {}

  /** What this device still holds, of whoever is signed in, oldest first. */
  get kept(): Kept[] {
    return this.mine.map((entry) => ({ entry, state: entry.refused ? "refused" : entry.seq === this.sending && this.trouble === null ? "saving" : "waiting" }));
  }

  /** Entries of somebody else, who has to sign in to send them. */
  get others(): number {
    return this.entries.filter((entry) => entry.by !== this.by).length;
  }

  private get mine(): Entry[] {
    return this.entries.filter((entry) => entry.by === this.by);
  }

  async open(): Promise<void> {
    this.entries = await this.store.all();
    this.told(null, null);
    void this.run();
  }

  async add(entry: Entry): Promise<void> {
    this.told(entry, this.trouble === null ? "saving" : "waiting");
    this.entries.push(await this.store.add(entry));
    this.told(null, null);
    void this.run();
  }

  /** A refused entry that is entered anew or put aside. */
  async drop(seq: number): Promise<void> {
    await this.store.remove(seq);
    this.entries = this.entries.filter((entry) => entry.seq !== seq);
    this.told(null, null);
  }

  /** Tries at once: the network is said to be back, or somebody signed in. */
  retry(): void {
    clearTimeout(this.timer);
    this.wait = soonest;
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.running) {
      return;
    }
    this.running = true;
    clearTimeout(this.timer);
    try {
      for (let next = this.next(); next; next = this.next()) {
        this.sending = next.seq ?? null;
        if (!(await this.settle(next))) {
          return;
        }
      }
    } finally {
      this.sending = null;
      this.running = false;
      this.told(null, null);
    }
  }

  private next(): Entry | undefined {
    return this.mine.find((entry) => !entry.refused);
  }

  private async settle(entry: Entry): Promise<boolean> {
    const answer = await this.send(entry);
    if (answer.kind === "later") {
      this.trouble = answer.why;
      this.told(entry, "waiting");
      this.timer = setTimeout(() => void this.run(), this.wait);
      this.wait = Math.min(this.wait * 2, latest);
      return false;
    }
    this.trouble = null;
    this.wait = soonest;
    if (answer.kind === "saved") {
      await this.store.remove(entry.seq!);
      this.entries = this.entries.filter((one) => one.seq !== entry.seq);
      this.told(entry, "saved");
    } else {
      entry.refused = answer.sentences;
      await this.store.update(entry);
      this.told(entry, "refused");
    }
    return true;
  }
}
