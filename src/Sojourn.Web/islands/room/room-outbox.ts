import { clinicTime, serverNow } from "../clock/server-time.ts";
import { whenIdle } from "../idle.ts";
import { deviceName } from "./device-name.ts";
import { readAnswer, type Answer, type Entry, type EntryState } from "./entry.ts";
import { Live } from "./live.ts";
import { Outbox, type Kept } from "./outbox.ts";
import { openStore } from "./store.ts";
import { restoredRow, rowOf, rowsOf } from "./pass.ts";
import { actionOf, emptied, entryOf, restored } from "./tap.ts";

const patience = 10_000;
/** More than a few taps wait to be sent. */
const many = 3;

/**
 * Makes the room safe against a lost network: taps are kept on this device until the clinic has answered, each with its state, and the page
 * follows what others record. Without script the forms post as any form does.
 */
export class RoomOutbox extends HTMLElement {
  private outbox: Outbox | null = null;
  /** What this device still kept has been read; before that the line says nothing. */
  private isRead = false;
  private live: Live | null = null;
  private connected = true;
  private lostAt: number | null = null;
  /** A refused entry that stands in its form to be entered again; it leaves the device when that form is sent, not before, and not for something else. */
  private mending: Entry | null = null;

  /** The same in the rows of a pass, by the address of each. */
  private readonly inRows = new Map<string, number>();

  async connectedCallback(): Promise<void> {
    this.setAttribute("data-here", "");
    const store = openStore();
    this.live = new Live(this.room, (answered) => this.heard(answered), this.dataset["changes"]);
    this.live.start();
    whenIdle(() => void keepOnDevice(this.room));
    try {
      this.outbox = new Outbox(await store, this.by, send, (entry, state) => this.told(entry, state));
    } catch {
      this.textContent = "This browser keeps nothing on the device. Stay connected.";
      return;
    }
    document.addEventListener("submit", this.onSubmit);
    addEventListener("online", this.onOnline);
    await this.outbox.open();
  }

  disconnectedCallback(): void {
    document.removeEventListener("submit", this.onSubmit);
    removeEventListener("online", this.onOnline);
  }

  /** The room's own address: after a refused form the browser stands at the form's. */
  private get room(): string {
    return this.dataset["room"] ?? location.pathname;
  }

  private get by(): string {
    return this.dataset["by"] ?? "";
  }

  private readonly onOnline = (): void => this.outbox?.retry();

  private readonly onSubmit = (event: SubmitEvent): void => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !actionOf(form).startsWith(this.room)) {
      return;
    }
    const submitter = event.submitter;
    if (form.dataset["waits"] !== undefined) {
      event.preventDefault();
      const entries = rowsOf(form, this.by) ?? [entryOf(form, submitter, this.room, this.by)];
      emptied(form, submitter);
      answered(form);
      say(form, "refused", entries.length === 0 ? "Enter at least one reading." : "");
      entries.forEach((entry) => void this.take(entry));
    } else if (!this.connected) {
      event.preventDefault();
      say(form, "refused", "Not sent: this one needs the connection, because the clinic checks it before it counts.");
    }
  };

  private async take(entry: Entry): Promise<void> {
    const instead = this.mending?.form === entry.form ? (isOf(this.mending, entry) ? this.mending.seq! : null) : (this.inRows.get(entry.action) ?? null);
    this.mending = this.mending?.form === entry.form ? null : this.mending;
    this.inRows.delete(entry.action);
    await this.outbox?.add(entry);
    if (instead !== null) {
      await this.outbox?.drop(instead);
    }
  }

  private heard(answered: boolean): void {
    if (answered && !this.connected) {
      this.outbox?.retry();
    }
    this.lostAt = answered ? null : (this.lostAt ?? serverNow());
    this.connected = answered;
    this.show();
  }

  private told(entry: Entry | null, state: EntryState | null): void {
    this.isRead = true;
    if (entry && state) {
      const form = document.getElementById(entry.form);
      const row = rowOf(entry);
      const said = `${clinicTime(entry.tappedAt)} ${stateWords(state, entry)}`;
      if (row) {
        say(row, state, said);
        if (state === "refused") {
          restoredRow(row, entry.fields);
          this.inRows.set(entry.action, entry.seq!);
        }
      } else if (form instanceof HTMLFormElement && entry.action === actionOf(form)) {
        say(form, state, said);
        if (state === "refused" && this.connected) {
          restored(form, entry.fields);
          this.mending = entry;
        }
      }
      if (state === "saved") {
        this.connected = true;
        this.lostAt = null;
        this.lookAgain();
      }
    }
    this.show();
  }

  private lookAgain(): void {
    if (this.live) {
      this.live.busy = (this.outbox?.kept ?? []).filter((one) => one.state !== "refused").length > many;
      this.live.soon();
    }
  }

  private show(): void {
    document.body.dataset["connection"] = this.connected ? "here" : "gone";
    if (!this.isRead) {
      return;
    }
    const kept = this.outbox?.kept ?? [];
    const waiting = kept.filter((one) => one.state !== "refused").length;
    const refused = kept.length - waiting;
    const box = this.querySelector("details") ?? this.box();
    this.say(box, ...this.summary(waiting, refused));
    if (box.open) {
      this.fill(box);
    }
  }

  private box(): HTMLDetailsElement {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const head = document.createElement("summary");
    head.className = "sync";
    head.append(said);
    const box = document.createElement("details");
    box.append(head);
    box.addEventListener("toggle", () => this.fill(box));
    return this.appendChild(box);
  }

  /** Only what changed is touched: the page is not laid out, nor is anything spoken, for the same words again. */
  private say(box: HTMLElement, tone: string, words: string, more: string): void {
    const head = box.querySelector<HTMLElement>("summary")!;
    if (head.dataset["tone"] !== tone) {
      head.dataset["tone"] = tone;
    }
    const said = head.querySelector("span")!;
    if (said.textContent !== [words, more].join(" ").trim()) {
      said.replaceChildren(bold(words), more === "" ? "" : ` ${more}`);
    }
  }

  /** The entries themselves, while somebody looks at them. */
  private fill(box: HTMLDetailsElement): void {
    box.querySelector(".outbox")?.remove();
    if (box.open) {
      box.append(this.list(this.outbox?.kept ?? []));
    }
  }

  private summary(waiting: number, refused: number): [tone: string, words: string, more: string] {
    const trouble = this.connected ? this.outbox?.trouble : "offline";
    const wait = waiting === 0 ? "" : `${waiting} wait${waiting === 1 ? "s" : ""} on this device.`;
    if (trouble === "sign-in") {
      return ["amber", "Signed out", `${wait} Sign in again to send.`];
    }
    if (trouble === "offline") {
      return ["amber", "Offline", `since ${clinicTime(this.lostAt ?? serverNow())}. ${wait === "" ? "Taps are kept on this device." : wait}`];
    }
    if (trouble === "clinic") {
      return ["amber", "Waiting", `The clinic's machine does not take entries. ${wait}`];
    }
    if (refused > 0) {
      return ["red", `${refused} not taken`, "Open to see why."];
    }
    if (this.outbox && this.outbox.others > 0) {
      return ["amber", "Waiting", `${this.outbox.others} of somebody else's: they sign in here to send.`];
    }
    return waiting > 0 ? ["info", `Saving ${waiting}`, ""] : ["ok", "Saved", ""];
  }

  private list(kept: readonly Kept[]): HTMLElement {
    const list = document.createElement("ol");
    list.className = "outbox";
    for (const { entry, state } of kept.slice(-30)) {
      const line = document.createElement("li");
      line.dataset["state"] = state;
      line.append(`${clinicTime(entry.tappedAt)} ${entry.words}: `, bold(stateWords(state, entry)));
      if (state === "refused") {
        line.append(this.button("Enter it again", () => this.anew(entry)), this.button("Put it aside", () => this.outbox?.drop(entry.seq!)));
      }
      list.append(line);
    }
    if (kept.length === 0) {
      const line = document.createElement("li");
      line.textContent = "Nothing waits on this device.";
      list.append(line);
    }
    if (this.outbox?.trouble === "sign-in" || (this.outbox?.others ?? 0) > 0) {
      list.append(this.way(`/sign-in?next=${encodeURIComponent(this.room)}`, "Sign in to send what waits"));
    }
    const name = document.createElement("li");
    name.textContent = `This tablet is ${deviceName()}.`;
    list.append(name);
    return list;
  }

  private async anew(entry: Entry): Promise<void> {
    const form = document.getElementById(entry.form);
    if (form instanceof HTMLFormElement) {
      form.closest("details")?.setAttribute("open", "");
      restored(form, { "happened-at": clinicTime(entry.tappedAt), ...entry.fields });
      form.scrollIntoView({ block: "center" });
      form.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button")?.focus();
      this.mending = { ...entry, form: form.id };
    } else if (entry.room !== this.room) {
      location.href = entry.room;
    } else {
      await this.asMoment(entry);
    }
  }

  /** Its own form is no longer there, because the person has gone home: a moment at its time keeps what it said. */
  private async asMoment(entry: Entry): Promise<void> {
    const form = document.getElementById("moment-form");
    if (form instanceof HTMLFormElement) {
      await this.anew({ ...entry, form: form.id, fields: { kind: "note", words: entry.words, "happened-at": clinicTime(entry.tappedAt) } });
    }
  }

  private way(address: string, words: string): HTMLElement {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = words;
    line.append(link);
    return line;
  }

  private button(words: string, act: () => unknown): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

}

/** The page and what it is drawn with, so that it opens with the network gone. Only where the browser allows it: over HTTPS, or on the machine itself. */
async function keepOnDevice(room: string): Promise<void> {
  await navigator.serviceWorker?.register("/room-worker.js");
  const worker = await navigator.serviceWorker?.ready;
  const needs = [...document.querySelectorAll("script[src], link[href]")].map((one) => (one instanceof HTMLScriptElement ? one.src : (one as HTMLLinkElement).href));
  const sprites = [...document.querySelectorAll("use")].map((use) => new URL(use.getAttribute("href") ?? "", location.href).href.replace(/#.*/, ""));
  worker?.active?.postMessage([location.origin + room, ...new Set([...needs, ...sprites])]);
}

async function send(entry: Entry): Promise<Answer> {
  try {
    return await readAnswer(
      await fetch(entry.action, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ ...entry.fields, "command-id": entry.id, "tapped-at": entry.tappedAt, "tapped-by": entry.by, device: deviceName() }),
        signal: AbortSignal.timeout(patience),
      }),
    );
  } catch {
    return { kind: "later", why: "offline" };
  }
}

/** Whether what is sent now is what was refused, mended: something that was typed then still stands in it. */
function isOf(refused: Entry, entry: Entry): boolean {
  return Object.entries(entry.fields).some(([name, value]) => name !== "kind" && value !== "" && refused.fields[name] === value);
}

function stateWords(state: EntryState, entry: Entry): string {
  return state === "refused" ? `not taken. ${(entry.refused ?? []).join(" ")}` : state === "waiting" ? "waiting on this device" : state;
}

function say(place: HTMLElement, state: EntryState, words: string): void {
  const said = place.querySelector<HTMLElement>(":scope > .entry-said, :scope > legend .entry-said");
  if (said) {
    said.dataset["state"] = state;
    said.textContent = words;
  }
}

/** Refused by the clinic before this script held it, and sent anew: what was wrong then is wrong no longer. */
function answered(form: HTMLFormElement): void {
  const before = form.previousElementSibling;
  if (before?.matches(".error-summary")) {
    before.remove();
  }
  form.removeAttribute("data-refused");
}

function bold(words: string): HTMLElement {
  const strong = document.createElement("strong");
  strong.textContent = words;
  return strong;
}
