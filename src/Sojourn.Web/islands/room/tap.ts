// From a form's submit to an entry: the fields as typed, the instant of the tap, a line of words to know it by.
import { serverNow } from "../clock/server-time.ts";
import { newId, type Entry } from "./entry.ts";

const notSent = new Set(["command-id", "__RequestVerificationToken"]);

/** Where it posts. Not `form.action`: a button of that name would stand before it. */
export function actionOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute("action") ?? "", location.href).pathname;
}

export function entryOf(form: HTMLFormElement, submitter: HTMLElement | null, room: string, by: string): Entry {
  const data = new FormData(form, submitter);
  const fields: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value === "string" && !notSent.has(name) && value !== "") {
      fields[name] = value;
    }
  }
  return {
    id: newId(),
    room,
    action: actionOf(form),
    form: form.id,
    fields,
    words: wordsOf(form, submitter),
    tappedAt: new Date(serverNow()).toISOString(),
    by,
  };
}

/** "Vitals 128/82, 76, 97 %", "Depth Dreamlike": the form's name, and what was entered in it. */
function wordsOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const given: string[] = [];
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input[name], textarea[name], select[name]")) {
    if (control instanceof HTMLSelectElement) {
      if (control.value !== "") {
        given.push(control.selectedOptions[0]?.text ?? "");
      }
    } else if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
      if (control.checked) {
        given.push(control.labels?.[0]?.textContent?.trim() ?? "");
      }
    } else if (control.type !== "hidden" && control.value !== "") {
      given.push(control.value);
    }
  }
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") {
    given.push(submitter.textContent?.trim() ?? "");
  }
  return [form.dataset["waits"] ?? "", given.join(", ")].join(" ").trim();
}

/** Empties the form after the tap, so that the next reading does not begin with the last one. */
export function emptied(form: HTMLFormElement, submitter: HTMLElement | null): void {
  form.reset();
  if (submitter?.hasAttribute("aria-pressed")) {
    form.querySelectorAll("[aria-pressed]").forEach((button) => button.setAttribute("aria-pressed", String(button === submitter)));
  }
}

/** Puts a refused entry's fields back, to be mended where they were typed. */
export function restored(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input[name], textarea[name], select[name]")) {
    const value = fields[control.name];
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
      control.checked = value === control.value;
    } else if (control.type !== "hidden") {
      control.value = value ?? "";
    }
  }
}
