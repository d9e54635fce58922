// The slash goes to the search, as the page says beside it. Single letters act inside the session room alone, and can be switched off (WCAG 2.1.4).
const off = "sojourn-keys-off";

export function shortcuts(page: Document, kept: Storage): void {
  page.addEventListener("keydown", (event) => {
    const from = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || (from instanceof HTMLElement && (from.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(from.tagName)))) {
      return;
    }
    const wanted = seen(page, "data-shortcut", event.key) ?? (kept.getItem(off) ? undefined : seen(page, "data-key", event.key.toLowerCase()));
    if (wanted) {
      event.preventDefault();
      go(wanted);
    }
  });
  page.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.hasAttribute("data-keys")) {
      event.target.checked ? kept.removeItem(off) : kept.setItem(off, "yes");
    }
  });
  page.querySelectorAll<HTMLInputElement>("[data-keys]").forEach((box) => (box.checked = !kept.getItem(off)));
}

function seen(page: Document, attribute: string, key: string): HTMLElement | undefined {
  return [...page.querySelectorAll<HTMLElement>(`[${attribute}]`)].find((element) => element.getAttribute(attribute) === key && element.offsetParent !== null);
}

/** A button is pressed; a closed part opens, and what is typed first in it has the cursor. */
function go(wanted: HTMLElement): void {
  if (wanted instanceof HTMLButtonElement) {
    wanted.click();
    return;
  }
  const part = wanted.closest("details");
  if (part && wanted.tagName === "SUMMARY") {
    part.open = true;
  }
  wanted.focus();
}
