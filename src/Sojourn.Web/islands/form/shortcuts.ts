// The slash goes to the search, as the page says beside it. No other single key acts outside the session room.
export function shortcuts(page: Document): void {
  page.addEventListener("keydown", (event) => {
    const from = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || (from instanceof HTMLElement && (from.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(from.tagName)))) {
      return;
    }
    const wanted = [...page.querySelectorAll<HTMLElement>("[data-shortcut]")].find((element) => element.dataset["shortcut"] === event.key && element.offsetParent !== null);
    if (wanted) {
      event.preventDefault();
      wanted.focus();
    }
  });
}
