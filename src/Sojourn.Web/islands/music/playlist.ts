// What a playlist is and how one goes through it; nothing here makes a sound.

export interface Track {
  readonly id: string;
  readonly title: string;
  readonly credit: string | null;
  readonly seconds: number;
  readonly url: string;
  /** Not on the clinic's machine. */
  readonly missing: boolean;
}

export interface Phase {
  readonly id: string;
  readonly name: string;
  readonly tracks: readonly Track[];
}

export interface Playlist {
  readonly id: string;
  readonly name: string;
  readonly phases: readonly Phase[];
}

export interface Given {
  readonly playlists: readonly Playlist[];
  readonly last: { readonly playlist: string; readonly phase: string; readonly track: string } | null;
}

/** When the predicted curve reaches a phase, ISO 8601. */
export interface Cue {
  readonly phase: string;
  readonly at: string;
}

/** One track in one phase. */
export interface Spot {
  readonly phase: Phase;
  readonly track: Track;
}

export function spotOf(list: Playlist, phase?: string | null, track?: string | null): Spot | null {
  const found = list.phases.find((one) => one.id === phase) ?? list.phases[0];
  const first = found?.tracks.find((one) => one.id === track) ?? found?.tracks[0];
  return found && first ? { phase: found, track: first } : null;
}

/** The next that can be played: a phase begins again when its tracks are over. Null when none of its tracks can be. */
export function after(spot: Spot, broken: ReadonlySet<string>): Spot | null {
  const { tracks } = spot.phase;
  const at = tracks.findIndex((track) => track.id === spot.track.id);
  for (let i = 1; i <= tracks.length; i++) {
    const track = tracks[(at + i) % tracks.length]!;
    if (!broken.has(track.id)) {
      return { phase: spot.phase, track };
    }
  }
  return null;
}

/** The phase that the curve has reached; null before its first. */
export function cueAt(cues: readonly Cue[], now: number): Cue | null {
  return cues.filter((cue) => Date.parse(cue.at) <= now).at(-1) ?? null;
}

export function filesOf(list: Playlist): string[] {
  return [...new Set(list.phases.flatMap((phase) => phase.tracks).filter((track) => !track.missing).map((track) => track.url))];
}

export function lengthWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** How far a playlist has come onto the device. */
export interface Keeping {
  readonly kept: number;
  readonly of: number;
  readonly busy: boolean;
  readonly why: "no-store" | "no-room" | "no-network" | null;
}

export function keepingWords({ kept, of, busy, why }: Keeping): string {
  if (why === "no-store") {
    return "This browser keeps nothing on the device: it plays while the network is there.";
  }
  if (kept === of) {
    return "Kept on this device: it plays without a network.";
  }
  const far = `Kept on this device: ${kept} of ${of}.`;
  return busy ? `${far} Keeping the rest …` : why === "no-room" ? `${far} The device has no room for the rest, which plays only with the network.` : `${far} The rest follows when the network is back.`;
}
