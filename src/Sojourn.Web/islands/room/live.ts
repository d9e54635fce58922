// The room as the clinic has it: told of each change as it happens, asked now and then in any case, and put into the page
// without touching what somebody is typing.
import { Idiomorph } from "idiomorph";
import { keepServerTime } from "../clock/server-time.ts";
import { LaneChart } from "../chart/lane-chart.ts";

/** When the stream of changes is open, asking is only a second net; when it is not, it is the way. */
const withStream = 30_000;
const without = 4_000;
const gather = 120;
/** While this device sends what waited on it, the page is asked for now and then and not after each entry. */
const whileSending = 2_000;

export class Live {
  private stream: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueAt = Infinity;
  private asking: Promise<void> | null = null;
  private again = false;
  /** This device is sending many entries. */
  busy = false;

  /** @param heard Whether the clinic answered just now. */
  constructor(private readonly url: string, private readonly heard: (answered: boolean) => void, private readonly changes = `${url}/changes`) {}

  start(): void {
    document.querySelectorAll(".error-summary + form").forEach((form) => form.toggleAttribute("data-refused", true));
    this.listen();
    this.later(without);
    addEventListener("online", () => this.soon(0));
    document.addEventListener("toggle", onToggle, { capture: true });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.soon(0));
  }

  /** Something changed: look soon, once for many. */
  soon(wait = this.busy ? whileSending : gather): void {
    this.later(wait);
  }

  private listen(): void {
    this.stream = new EventSource(this.changes);
    this.stream.onmessage = () => this.soon();
    this.stream.onopen = () => this.heard(true);
    this.stream.onerror = () => {
      // The browser tries again by itself unless the answer was a refusal (signed out): then asking will say so.
      this.soon(gather);
    };
  }

  /** Never later than what was asked for before. */
  private later(wait: number): void {
    const at = Date.now() + wait;
    if (at < this.dueAt) {
      clearTimeout(this.timer);
      this.dueAt = at;
      this.timer = setTimeout(() => void this.ask(), wait);
    }
  }

  private async ask(): Promise<void> {
    this.dueAt = Infinity;
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = this.refresh();
    await this.asking;
    this.asking = null;
    const soon = this.again;
    this.again = false;
    this.later(soon ? (this.busy ? whileSending : gather) : this.stream?.readyState === EventSource.OPEN ? withStream : without);
  }

  private async refresh(): Promise<void> {
    try {
      const response = await fetch(this.url, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(8_000) });
      const fromHere = response.headers.has("x-kept") || !response.ok || response.redirected;
      this.heard(!response.headers.has("x-kept"));
      if (!fromHere) {
        await morph(new DOMParser().parseFromString(await response.text(), "text/html"));
        if (this.stream?.readyState === EventSource.CLOSED) {
          this.listen();
        }
      }
    } catch {
      this.heard(false);
    }
  }
}

async function morph(fresh: Document): Promise<void> {
  keepServerTime(fresh);
  keepReasons(fresh);
  for (const part of ["body > .banner", "main", ".room-foot"]) {
    const [old, now] = [document.querySelector(part), fresh.querySelector(part)];
    for (const [one, anew] of old && now ? steps(old, now) : []) {
      Idiomorph.morph(one, anew, { ignoreActiveValue: isTypedIn(document.activeElement), restoreFocus: true, callbacks: { beforeNodeMorphed, beforeNodeRemoved, beforeAttributeUpdated } });
      await breath();
    }
  }
}

/**
 * Why a form was refused stays before it: the clinic's page of a moment later does not know of it. It is put into that page, because what is in both
 * stays where it is; the reasons have the focus, and what holds the focus is otherwise left standing while its form moves before it.
 */
function keepReasons(fresh: Document): void {
  for (const reasons of document.querySelectorAll(".error-summary")) {
    const id = reasons.nextElementSibling?.id;
    const form = id ? fresh.getElementById(id) : null;
    form?.before(fresh.importNode(reasons, true));
  }
}

/** A part with so many elements is renewed piece by piece where its pieces are the same ones. */
const large = 60;

/** What has to be renewed, in pieces small enough that a tap on a slow tablet is shown between two of them. */
function* steps(old: Element, now: Element): Generator<readonly [Element, Element]> {
  if (old.isEqualNode(now)) {
    return;
  }
  const [pieces, anew] = [[...old.children], [...now.children]];
  const alike = pieces.length === anew.length && old.querySelectorAll("*").length > large && beforeNodeMorphed(old, now) && isAlike(old, now) && pieces.every((piece, place) => isSame(piece, anew[place]!));
  if (alike) {
    for (const [place, piece] of pieces.entries()) {
      yield* steps(piece, anew[place]!);
    }
  } else {
    yield [old, now];
  }
}

function isSame(one: Element, other: Element): boolean {
  return one.tagName === other.tagName && one.id === other.id && one.getAttribute("class") === other.getAttribute("class");
}

/** Its own attributes and words have not changed; what changed is further in. */
function isAlike(one: Element, other: Element): boolean {
  return attributesOf(one) === attributesOf(other) && wordsOf(one) === wordsOf(other);
}

function attributesOf(element: Element): string {
  return element.getAttributeNames().sort().map((name) => `${name}=${element.getAttribute(name)}`).join("\n");
}

function wordsOf(element: Element): string {
  return [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data.trim()).join(" ");
}

/** Lets what was tapped meanwhile be answered and drawn. */
function breath(): Promise<void> {
  return new Promise((goOn) => setTimeout(goOn));
}

/** What is the same already is left out at once: most of the room is, each time, and a slow tablet would need longer to find so part by part. */
function beforeNodeMorphed(old: Node, fresh: Node): boolean {
  if (!(old instanceof HTMLElement) || !(fresh instanceof HTMLElement)) {
    return true;
  }
  if (old instanceof LaneChart) {
    old.take(fresh.querySelector("script")?.textContent ?? "");
    return false;
  }
  return !old.isEqualNode(fresh) && !old.hasAttribute("data-here") && !(old instanceof HTMLFormElement && (old.hasAttribute("data-refused") || isBeingFilled(old)));
}

/** A part that merely has the focus (an anchor led to it) must not stand still: an alert or a reading in it goes on. */
function isTypedIn(active: Element | null): boolean {
  return active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement;
}

/** What the script put there stays: the spoken line of a clock, the states of entries. */
function beforeNodeRemoved(node: Node): boolean {
  return !(node instanceof HTMLElement && (node.hasAttribute("data-here") || node.dataset["said"] !== undefined));
}

/** The room opens what is due now; what somebody opened they close, and what they closed stays closed. */
function beforeAttributeUpdated(name: string, node: Element, change: "update" | "remove"): boolean {
  return name !== "data-shut" && !(name === "open" && node instanceof HTMLDetailsElement && (change === "remove" || node.hasAttribute("data-shut")));
}

function onToggle(event: Event): void {
  if (event.target instanceof HTMLDetailsElement) {
    event.target.toggleAttribute("data-shut", !event.target.open);
  }
}

function isBeingFilled(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) =>
    control instanceof HTMLSelectElement ? [...control.options].some((option) => option.selected !== option.defaultSelected) && control.selectedIndex > 0
    : control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type) ? control.checked !== control.defaultChecked
    : (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) && control.type !== "hidden" && control.value !== control.defaultValue);
}
