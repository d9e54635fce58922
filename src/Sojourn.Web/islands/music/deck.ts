// One file at a time, and how loud. Everything that begins or ends does so slowly.

/** Seconds. */
const quick = 0.6;
const slow = 4;
/** How much of the chosen volume is left while an alert calls. */
const ducked = 0.15;

export interface Heard {
  ended(): void;
  failed(): void;
  moved(): void;
}

export class Deck {
  private readonly audio = new Audio();
  private context: AudioContext | null = null;
  private gain: GainNode | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private pausing: ReturnType<typeof setTimeout> | undefined;
  private volume = 0.7;
  private out = false;
  private low = false;

  constructor(heard: Heard) {
    this.audio.preload = "auto";
    this.audio.addEventListener("ended", () => heard.ended());
    this.audio.addEventListener("error", () => this.audio.getAttribute("src") !== null && heard.failed());
    this.audio.addEventListener("timeupdate", () => heard.moved());
  }

  get seconds(): number {
    return this.audio.currentTime;
  }

  get url(): string | null {
    return this.audio.getAttribute("src");
  }

  /** @returns False when the browser wants a tap first. */
  async play(url: string, again: boolean, gently: boolean): Promise<boolean> {
    clearTimeout(this.pausing);
    this.wire();
    if (this.url !== url) {
      this.audio.src = url;
    }
    this.audio.loop = again;
    this.out = false;
    this.set(0, 0);
    try {
      await this.context?.resume();
      await this.audio.play();
    } catch (trouble) {
      return !(trouble instanceof DOMException && trouble.name === "NotAllowedError");
    }
    this.ramp(gently ? slow : quick);
    return true;
  }

  pause(gently: boolean): void {
    const seconds = gently ? slow : quick;
    this.out = true;
    this.ramp(seconds);
    clearTimeout(this.pausing);
    this.pausing = setTimeout(() => this.audio.pause(), seconds * 1000);
  }

  /** Nothing plays on: the room is gone, or the file is. */
  stop(): void {
    clearTimeout(this.pausing);
    this.audio.pause();
    this.audio.removeAttribute("src");
  }

  loud(volume: number): void {
    this.volume = volume;
    this.ramp(0.1);
  }

  duck(low: boolean): void {
    if (low !== this.low) {
      this.low = low;
      this.ramp(low ? quick : slow);
    }
  }

  /** A tablet on which pages may not set a player's volume lets them set this one's. Made at a tap, as browsers ask. */
  private wire(): void {
    if (this.context || !("AudioContext" in globalThis)) {
      return;
    }
    this.context = new AudioContext();
    this.gain = this.context.createGain();
    this.context.createMediaElementSource(this.audio).connect(this.gain).connect(this.context.destination);
  }

  private ramp(seconds: number): void {
    this.set(this.out ? 0 : this.volume * (this.low ? ducked : 1), seconds);
  }

  private set(to: number, seconds: number): void {
    clearInterval(this.timer);
    if (this.gain && this.context) {
      const now = this.context.currentTime;
      this.gain.gain.cancelScheduledValues(now);
      this.gain.gain.setValueAtTime(this.gain.gain.value, now);
      this.gain.gain.linearRampToValueAtTime(to, now + seconds);
    } else if (seconds === 0) {
      this.audio.volume = to;
    } else {
      const [from, began] = [this.audio.volume, performance.now()];
      this.timer = setInterval(() => {
        const far = Math.min(1, (performance.now() - began) / (seconds * 1000));
        this.audio.volume = from + (to - from) * far;
        if (far === 1) {
          clearInterval(this.timer);
        }
      }, 50);
    }
  }
}
