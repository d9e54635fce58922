// The player as it is seen and touched.
import type { Phase, Playlist, Spot } from "./playlist.ts";
import { lengthWords } from "./playlist.ts";

export interface Taps {
  chose(playlist: string): void;
  toggled(): void;
  next(): void;
  faded(): void;
  loud(volume: number): void;
  phase(id: string): void;
  follow(on: boolean): void;
}

export interface Seen {
  readonly list: Playlist | null;
  readonly spot: Spot | null;
  readonly state: "silent" | "plays" | "paused" | "faded";
  readonly at: string;
  readonly cue: { readonly phase: Phase; readonly clock: string } | null;
  readonly follows: boolean;
  readonly low: boolean;
}

export class PlayerFace {
  private readonly select = make("select", "control");
  private readonly kept = make("p", "small quiet");
  private readonly now = make("p", "music-now");
  private readonly low = make("p", "small music-low");
  private readonly trouble = make("p", "small wrong");
  private readonly play: HTMLButtonElement;
  private readonly fade: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly controls = make("div", "pad");
  private readonly volume = make("label", "music-volume");
  private readonly phases = make("div", "music-phases");
  private readonly cue = make("div", "music-cue");
  private readonly cueWords = make("p", "small");
  private readonly cueGo: HTMLButtonElement;
  private readonly cueFollow = make("input");
  private drawn: Playlist | null = null;

  constructor(here: HTMLElement, playlists: readonly Playlist[], private readonly taps: Taps) {
    this.play = button("Play", () => taps.toggled());
    this.play.dataset["kind"] = "go";
    this.fade = button("Fade out to speak", () => taps.faded());
    this.next = button("Next track", () => taps.next());
    this.cueGo = button("", () => taps.phase(this.cueGo.value));
    this.kept.setAttribute("role", "status");
    this.trouble.setAttribute("role", "status");
    this.phases.setAttribute("role", "group");
    this.phases.setAttribute("aria-label", "Phase");
    this.controls.append(this.play, this.fade, this.next);
    here.replaceChildren(this.choice(playlists), this.kept, this.now, this.low, this.trouble, this.controls, this.phases, this.cueLine(), this.slider());
  }

  get said(): string {
    return this.trouble.textContent ?? "";
  }

  say(words: string): void {
    this.trouble.textContent = words;
    this.trouble.hidden = words === "";
  }

  keeps(words: string): void {
    this.kept.textContent = words;
  }

  show(seen: Seen): void {
    const { list, spot, state } = seen;
    if (list && this.select.value !== list.id) {
      this.select.value = list.id;
    }
    if (list !== this.drawn) {
      this.drawn = list;
      this.phases.replaceChildren(...(list?.phases ?? []).map((phase) => this.phaseButton(phase)));
    }
    for (const one of this.phases.querySelectorAll("button")) {
      one.setAttribute("aria-pressed", String(one.value === spot?.phase.id));
    }
    for (const part of [this.now, this.controls, this.phases, this.volume]) {
      part.hidden = spot === null;
    }
    put(this.now, spot ? nowWords(spot, state, seen.at) : "");
    put(this.play, state === "plays" ? "Pause" : "Play");
    put(this.fade, state === "faded" ? "Bring it back" : "Fade out to speak");
    this.fade.disabled = state !== "plays" && state !== "faded";
    this.next.disabled = (spot?.phase.tracks.length ?? 0) < 2;
    put(this.low, seen.low && state === "plays" ? "Turned down: a red alert waits for an answer." : "");
    this.low.hidden = this.low.textContent === "";
    this.showCue(seen);
  }

  private showCue({ cue, spot, follows }: Seen): void {
    this.cue.hidden = !cue || !spot;
    if (cue) {
      const there = cue.phase.id === spot?.phase.id;
      put(this.cueWords, `${cue.phase.name} since ${cue.clock} by the effect curve. Predicted, not measured.`);
      put(this.cueGo, `Go to ${cue.phase.name.toLowerCase()}`);
      this.cueGo.value = cue.phase.id;
      this.cueGo.hidden = there || follows;
      this.cueFollow.checked = follows;
    }
  }

  private choice(playlists: readonly Playlist[]): HTMLElement {
    const field = make("div", "field");
    const label = make("label");
    label.textContent = "Playlist";
    label.htmlFor = this.select.id = "music-playlist";
    const nothing = new Option("Choose one", "");
    nothing.disabled = true;
    this.select.append(nothing, ...playlists.map((one) => new Option(one.name, one.id)));
    this.select.value = "";
    this.select.addEventListener("change", () => this.taps.chose(this.select.value));
    field.append(label, this.select);
    return field;
  }

  private phaseButton(phase: Phase): HTMLButtonElement {
    const made = button(phase.name, () => this.taps.phase(phase.id));
    made.value = phase.id;
    made.dataset["size"] = "dense";
    return made;
  }

  private cueLine(): HTMLElement {
    const follow = make("label", "tick small");
    this.cueFollow.type = "checkbox";
    this.cueFollow.addEventListener("change", () => this.taps.follow(this.cueFollow.checked));
    follow.append(this.cueFollow, " Change phases with the curve");
    this.cueGo.dataset["size"] = "dense";
    this.cue.append(this.cueWords, this.cueGo, follow);
    return this.cue;
  }

  private slider(): HTMLElement {
    const range = make("input");
    range.type = "range";
    [range.min, range.max, range.step, range.value] = ["0", "100", "5", "70"];
    range.addEventListener("input", () => this.taps.loud(Number(range.value) / 100));
    this.volume.append("Volume", range);
    return this.volume;
  }
}

function nowWords({ phase, track }: Spot, state: Seen["state"], at: string): string {
  const where = `${phase.name}: ${track.title}`;
  const length = lengthWords(track.seconds);
  return state === "plays" ? `${where}, ${at} of ${length}` : state === "silent" ? `${where}, ${length}` : `${where}, ${state === "faded" ? "faded out" : "paused"} at ${at}`;
}

/** Only what changes is written: a reader of screens is not told the same again. */
function put(element: HTMLElement, words: string): void {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, classes = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (classes !== "") {
    made.className = classes;
  }
  return made;
}

function button(words: string, act: () => void): HTMLButtonElement {
  const made = make("button", "button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}
