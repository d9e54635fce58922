// An end that moves with its beginning, until somebody types in it.
export function later(time: string, minutes: number): string | null {
  const [, hours, rest] = /^(\d{1,2})[:.]?(\d{2})$/.exec(time.trim()) ?? [];
  if (hours === undefined || rest === undefined || Number(hours) > 23 || Number(rest) > 59) {
    return null;
  }
  const end = (Number(hours) * 60 + Number(rest) + minutes) % 1440;
  return `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`;
}

export function endTimes(page: Document): void {
  page.addEventListener("input", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) {
      return;
    }
    if (field.dataset["after"] !== undefined) {
      field.dataset["own"] = "";
      return;
    }
    const end = field.form?.querySelector<HTMLInputElement>(`input[data-after="${field.name}"]:not([data-own])`);
    const words = end?.dataset["minutes"] === undefined ? null : later(field.value, Number(end.dataset["minutes"]));
    if (end && words !== null) {
      end.value = words;
    }
  });
}
