import { figure, minutesSince, spoken, type ClockKind } from "./clock.ts";
import { clinicTime, serverNow } from "./server-time.ts";

/** Keeps a countdown, a minute or the time of day running on the server's time. The page has written it once already, so it holds without script. `data-quiet` says nothing aloud. */
export class ClockText extends HTMLElement {
  private timer = 0;
  private voice: HTMLElement | null = null;

  connectedCallback(): void {
    if (this.dataset["quiet"] === undefined) {
      this.voice = document.createElement("span");
      this.voice.className = "seen-by-ear";
      this.voice.setAttribute("aria-live", "polite");
      this.after(this.voice);
    }
    this.timer = window.setInterval(() => this.show(), 1000);
    this.show(true);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
    this.voice?.remove();
  }

  private show(silently = false): void {
    const now = serverNow();
    if (this.dataset["kind"] === "time") {
      this.write(clinicTime(now));
      return;
    }
    const kind = (this.dataset["kind"] ?? "left") as ClockKind;
    const at = Date.parse(this.dataset["at"] ?? "");
    if (Number.isNaN(at)) {
      return;
    }
    const words = kind === "left" ? figure(at - now) : String(minutesSince(at, now));
    this.write(words);
    const beside = this.parentElement?.querySelector<HTMLElement>("[data-over]");
    if (beside) {
      beside.textContent = (at >= now ? beside.dataset["left"] : beside.dataset["over"]) ?? "";
    }
    const said = spoken(kind, at, now);
    if (this.voice && this.voice.dataset["said"] !== said) {
      this.voice.dataset["said"] = said;
      if (!silently) {
        this.voice.textContent = said;
      }
    }
  }

  private write(words: string): void {
    if (this.textContent !== words) {
      this.textContent = words;
    }
  }
}
