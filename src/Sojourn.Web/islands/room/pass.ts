// One pass of vitals for a whole room: each row that was filled in becomes an entry of that person's own room, with their address in it.
import { serverNow } from "../clock/server-time.ts";
import { newId, type Entry } from "./entry.ts";

/** "SESSION-systolic": an id and a hyphen stand before the reading's name. */
const before = 37;

const rows = (form: ParentNode): HTMLElement[] => [...form.querySelectorAll<HTMLElement>("fieldset[data-action]")];

/** One entry for each row with anything in it; null for a form that has no rows. */
export function rowsOf(form: HTMLFormElement, by: string): Entry[] | null {
  const found = rows(form);
  return found.length === 0 ? null : found.map((row) => entryOfRow(row, by)).filter((entry) => entry !== null);
}

function entryOfRow(row: HTMLElement, by: string): Entry | null {
  const filled = inputs(row).filter((input) => input.value.trim() !== "");
  const action = row.dataset["action"] ?? "";
  return filled.length === 0 ? null : {
    id: newId(),
    room: action.replace(/\/vitals$/, ""),
    action,
    form: "vitals-form",
    fields: Object.fromEntries(filled.map((input) => [input.name.slice(before), input.value])),
    words: `Vitals of ${row.dataset["name"] ?? ""}: ${filled.map((input) => input.value).join(", ")}`,
    tappedAt: new Date(serverNow()).toISOString(),
    by,
  };
}

/** The row of this page that an entry was typed in. */
export function rowOf(entry: Entry): HTMLElement | null {
  return rows(document).find((row) => row.dataset["action"] === entry.action) ?? null;
}

/** Puts what was not taken back into its row. */
export function restoredRow(row: HTMLElement, fields: Readonly<Record<string, string>>): void {
  inputs(row).forEach((input) => (input.value = fields[input.name.slice(before)] ?? ""));
}

function inputs(row: ParentNode): HTMLInputElement[] {
  return [...row.querySelectorAll<HTMLInputElement>("input[name]")];
}

/** In a pass Enter goes to the next field, from the last of one person to the first of the next, and at the end to the button. */
export function passKeys(page: Document): void {
  page.addEventListener("keydown", (event) => {
    const from = event.target;
    if (event.key !== "Enter" || event.isComposing || !(from instanceof HTMLInputElement) || !from.closest("fieldset[data-action]")) {
      return;
    }
    event.preventDefault();
    const all = rows(from.form ?? page).flatMap(inputs);
    const next = all[all.indexOf(from) + 1] ?? from.form?.querySelector<HTMLElement>("[type=submit]");
    next?.focus();
    if (next instanceof HTMLInputElement) {
      next.select();
    }
  });
}
