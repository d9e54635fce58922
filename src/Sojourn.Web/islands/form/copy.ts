// A button that names a field copies what stands in it, and says so. Without a clipboard the text is selected instead.
export function copyButtons(page: Document, clipboard: Clipboard | undefined): void {
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copies]") : null;
    const field = button ? page.getElementById(button.dataset["copies"] ?? "") : null;
    if (!button || !(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) {
      return;
    }
    field.select();
    clipboard?.writeText(field.value).then(
      () => {
        button.textContent = "Copied";
      },
      () => {
        button.textContent = "Selected: copy it with your keyboard";
      },
    );
  });
}
