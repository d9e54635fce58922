// What was typed and not yet posted survives a reload, a wrong turn or a lost network, in this tab only. It goes when the form is posted.
export type Draft = Record<string, string[]>;

const prefix = "draft:";
const neverKept = new Set(["command-id", "__RequestVerificationToken"]);

/** The fields of a form as they stand, without passwords, files and what the server put there. */
export function draftOf(entries: Iterable<readonly [string, unknown]>, secret: ReadonlySet<string>): Draft {
  const draft: Draft = {};
  for (const [name, value] of entries) {
    if (typeof value === "string" && !neverKept.has(name) && !secret.has(name)) {
      (draft[name] ??= []).push(value);
    }
  }
  return draft;
}

export function keepDrafts(root: Document, store: Storage): void {
  const start = (within: ParentNode): void => within.querySelectorAll<HTMLFormElement>("form[data-draft]").forEach((form) => keep(form, store));
  start(root);
  root.addEventListener("htmx:load", (event) => {
    const part = event.target;
    if (part instanceof Element) {
      start(part.parentElement ?? part);
    }
  });
}

function keep(form: HTMLFormElement, store: Storage): void {
  if (form.dataset["kept"] !== undefined) {
    return;
  }
  form.dataset["kept"] = "";
  const key = prefix + form.dataset["draft"];
  const kept = store.getItem(key);
  // A form that came back with errors carries what was typed already; the older draft must not overwrite it.
  if (kept !== null && root(form).querySelector(".error-summary") === null) {
    restore(form, JSON.parse(kept) as Draft);
    say(form, "What you typed here earlier was not sent yet. It is back.");
  }
  const save = (): void => {
    const secret = new Set([...form.querySelectorAll<HTMLInputElement>("input[type=password]")].map((input) => input.name));
    store.setItem(key, JSON.stringify(draftOf(new FormData(form), secret)));
  };
  form.addEventListener("input", save);
  form.addEventListener("submit", () => store.removeItem(key));
}

function root(form: HTMLFormElement): ParentNode {
  return form.closest("main") ?? form;
}

function restore(form: HTMLFormElement, draft: Draft): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input[name], textarea[name], select[name]")) {
    const values = draft[control.name];
    if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
      control.checked = values?.includes(control.value) ?? false;
    } else if (values?.[0] !== undefined && !(control instanceof HTMLInputElement && ["hidden", "file", "password"].includes(control.type))) {
      control.value = values[0];
    }
  }
}

function say(form: HTMLFormElement, words: string): void {
  const note = document.createElement("p");
  note.className = "saved-note";
  note.setAttribute("role", "status");
  note.textContent = words;
  form.prepend(note);
}
