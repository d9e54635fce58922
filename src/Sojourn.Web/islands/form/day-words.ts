// A date that a browser's calendar shows in its own order, written out beside it: "Fri 20-Nov-2026".
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function inWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? "" : `${weekdays[day.getUTCDay()]} ${day.getUTCDate()}-${months[day.getUTCMonth()]}-${day.getUTCFullYear()}`;
}

export function dayWords(page: Document): void {
  page.addEventListener("input", (event) => {
    const field = event.target;
    const words = field instanceof HTMLInputElement && field.type === "date" ? field.parentElement?.querySelector("output[data-day]") : null;
    if (words && field instanceof HTMLInputElement) {
      words.textContent = inWords(field.value);
    }
  });
}
