import { clinicTime, serverNow } from "../clock/server-time.ts";
import { Deck } from "./deck.ts";
import { after, cueAt, filesOf, keepingWords, lengthWords, spotOf, type Cue, type Given, type Playlist, type Spot } from "./playlist.ts";
import { PlayerFace } from "./player-face.ts";
import { keep } from "./shelf.ts";

type Change = "started" | "changed" | "paused" | "faded";

const calling = '.alert[data-state="new"]:is([data-level="red"], [data-level="emergency"])';
/** What was playing is noted on the device so often, in milliseconds: a page that is closed has no time to say it. */
const noteEvery = 5_000;

/** Plays the clinic's own music in the room. What it does is a tap like any other: it goes through the form, and so through the room's outbox. */
export class MusicPlayer extends HTMLElement {
  private readonly deck = new Deck({ ended: () => this.ended(), failed: () => this.failed(), moved: () => this.show() });
  private readonly broken = new Set<string>();
  private given: Given = { playlists: [], last: null };
  private face: PlayerFace | null = null;
  private list: Playlist | null = null;
  private spot: Spot | null = null;
  private state: "silent" | "plays" | "paused" | "faded" = "silent";
  private follows = false;
  private watch: MutationObserver | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    // A page that follows the room may put the panel elsewhere; then it plays on.
    if (!this.face) {
      this.setAttribute("data-here", "");
      this.given = JSON.parse(this.querySelector("script")?.textContent ?? "{}") as Given;
      this.face = new PlayerFace(this, this.given.playlists, {
        chose: (id) => this.choose(id),
        toggled: () => (this.state === "plays" ? this.pause("paused") : void this.start("started")),
        next: () => this.go(this.spot && after(this.spot, this.broken)),
        faded: () => (this.state === "plays" ? this.pause("faded") : void this.start("started", true)),
        loud: (volume) => this.deck.loud(volume),
        phase: (id) => this.go(this.list && spotOf(this.list, id)),
        follow: (on) => this.follow(on),
      });
      this.begin();
    }
    this.watch = new MutationObserver(() => this.look());
    this.watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state", "data-cues"] });
    this.clock = setInterval(() => this.tick(), noteEvery);
    addEventListener("online", this.onOnline);
    addEventListener("pagehide", this.onHide);
    this.look();
  }

  disconnectedCallback(): void {
    this.watch?.disconnect();
    clearInterval(this.clock);
    removeEventListener("online", this.onOnline);
    removeEventListener("pagehide", this.onHide);
    queueMicrotask(() => this.isConnected || (this.deck.stop(), this.forget()));
  }

  private readonly onOnline = (): void => this.shelve();
  private readonly onHide = (): void => this.note();

  private begin(): void {
    const { playlists, last } = this.given;
    const chosen = playlists.find((one) => one.id === (read(this.key("list")) ?? last?.playlist)) ?? (playlists.length === 1 ? playlists[0] : undefined);
    if (chosen) {
      this.choose(chosen.id, last?.playlist === chosen.id ? last.phase : null, last?.playlist === chosen.id ? last.track : null);
    }
    this.closedWhilePlaying();
  }

  private choose(id: string, phase: string | null = null, track: string | null = null): void {
    if (this.state === "plays") {
      this.pause("paused");
    }
    this.list = this.given.playlists.find((one) => one.id === id) ?? null;
    this.spot = this.list && spotOf(this.list, phase, track);
    this.state = "silent";
    this.face?.say("");
    if (this.list) {
      write(this.key("list"), this.list.id);
    }
    this.shelve();
    this.show();
  }

  private shelve(): void {
    const list = this.list;
    if (list) {
      void keep(filesOf(list), this.given.playlists.flatMap(filesOf), (far) => list === this.list && this.face?.keeps(keepingWords(far)));
    }
  }

  private async start(change: Change, gently = false): Promise<void> {
    const spot = this.spot;
    if (!spot) {
      return;
    }
    if (spot.track.missing) {
      this.failed();
      return;
    }
    this.state = "plays";
    this.face?.say("");
    this.show();
    if (!(await this.deck.play(spot.track.url, spot.phase.tracks.length === 1, gently))) {
      this.state = "paused";
      this.face?.say("The browser wants a tap before it plays: press Play.");
      this.show();
      return;
    }
    if (this.spot === spot && !this.broken.has(spot.track.id)) {
      this.record(change);
      this.note();
    }
  }

  private pause(how: "paused" | "faded"): void {
    this.deck.pause(how === "faded");
    this.state = how;
    this.record(how);
    this.forget();
    this.show();
  }

  /** To another track: heard at once when something plays, else where the next tap begins. */
  private go(spot: Spot | null): void {
    if (!spot) {
      return;
    }
    const same = spot.track.id === this.spot?.track.id && spot.phase.id === this.spot.phase.id;
    this.spot = spot;
    if (this.state === "plays" && !same) {
      void this.start("changed");
    }
    this.show();
  }

  private ended(): void {
    if (this.state === "plays") {
      this.go(this.spot && after(this.spot, this.broken));
    }
  }

  private failed(): void {
    if (!this.spot) {
      return;
    }
    const { track } = this.spot;
    const wasHeard = this.deck.url === track.url && this.deck.seconds > 0;
    this.broken.add(track.id);
    const next = after(this.spot, this.broken);
    const why = track.missing ? "is not on the clinic's machine" : "cannot be played on this device";
    this.face?.say(`“${track.title}” ${why}.${next ? ` ${next.track.title} plays instead.` : " Choose another phase or playlist."}`);
    const words = this.face?.said ?? "";
    this.deck.stop();
    if (next) {
      this.spot = next;
      void this.start(wasHeard ? "changed" : "started").then(() => this.face?.say(words));
    } else {
      if (wasHeard) {
        this.record("paused");
      }
      this.state = "silent";
      this.forget();
    }
    this.show();
  }

  /** The curve only offers; it leads when somebody has said that it may. */
  private look(): void {
    this.deck.duck(document.querySelector(calling) !== null);
    const cue = this.cue();
    if (this.follows && cue && this.list && cue.phase !== this.spot?.phase.id && this.list.phases.some((phase) => phase.id === cue.phase)) {
      this.go(spotOf(this.list, cue.phase));
    }
    this.show();
  }

  private follow(on: boolean): void {
    this.follows = on;
    this.look();
  }

  private cue(): Cue | null {
    const cues = JSON.parse(document.getElementById("music-cues")?.dataset["cues"] ?? "[]") as Cue[];
    return cueAt(cues, serverNow());
  }

  private tick(): void {
    this.look();
    this.note();
  }

  private show(): void {
    const cue = this.cue();
    const phase = cue && this.list?.phases.find((one) => one.id === cue.phase);
    this.face?.show({
      list: this.list,
      spot: this.spot,
      state: this.state,
      at: this.spot && this.deck.url === this.spot.track.url ? lengthWords(this.deck.seconds) : lengthWords(0),
      cue: cue && phase ? { phase, clock: clinicTime(cue.at) } : null,
      follows: this.follows,
      low: document.querySelector(calling) !== null,
    });
  }

  private record(change: Change, at = "", spot = { playlist: this.list?.id, phase: this.spot?.phase.id, track: this.spot?.track.id }): void {
    const form = document.getElementById(this.dataset["form"] ?? "");
    if (!(form instanceof HTMLFormElement) || !this.spot) {
      return;
    }
    // The outbox listens once its store is open; before that a form would leave the page.
    if (!document.querySelector("room-outbox details")) {
      const now = at === "" ? new Date(serverNow()).toISOString() : at;
      setTimeout(() => this.record(change, now, spot), 400);
      return;
    }
    for (const [name, value] of Object.entries({ change, ...spot, "happened-at": at })) {
      form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!.value = value ?? "";
    }
    form.dataset["waits"] = `Music ${change}: ${this.spot.phase.name}, ${this.spot.track.title}`;
    form.requestSubmit();
  }

  /** Closed, reloaded or run out of power while it played: silent since then, and the record says so. */
  private closedWhilePlaying(): void {
    const noted = JSON.parse(read(this.key("plays")) ?? "null") as { at: string; playlist: string; phase: string; track: string } | null;
    if (noted) {
      this.forget();
      const { at, ...spot } = noted;
      this.record("paused", at, spot);
    }
  }

  private note(): void {
    if (this.state === "plays" && this.list && this.spot) {
      write(this.key("plays"), JSON.stringify({ at: new Date(serverNow()).toISOString(), playlist: this.list.id, phase: this.spot.phase.id, track: this.spot.track.id }));
    }
  }

  private forget(): void {
    write(this.key("plays"), null);
  }

  private key(what: string): string {
    return `music-${what}-${this.dataset["room"] ?? ""}`;
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing still plays. */
function write(key: string, value: string | null): void {
  try {
    value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
  } catch {
    // Nothing is kept.
  }
}
