// Leaving a form with unsent text asks first. Only forms that say so; posting one is never stopped.
export function confirmLeave(page: Window): void {
  const touched = new Set<HTMLFormElement>();
  page.document.addEventListener("input", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-leave]") : null;
    if (form) {
      touched.add(form);
    }
  });
  page.document.addEventListener("submit", (event) => {
    if (event.target instanceof HTMLFormElement) {
      touched.delete(event.target);
    }
  });
  page.addEventListener("beforeunload", (event) => {
    if ([...touched].some((form) => form.isConnected)) {
      event.preventDefault();
    }
  });
}
