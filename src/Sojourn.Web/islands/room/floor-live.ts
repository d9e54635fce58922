import { Live } from "./live.ts";

/** Follows what is recorded for anybody on the group floor. Without script the page is asked for again by hand. */
export class FloorLive extends HTMLElement {
  connectedCallback(): void {
    const floor = this.dataset["floor"] ?? location.pathname;
    new Live(floor, (answered) => (this.textContent = answered ? "" : "No connection: this is the floor as it was last seen."), this.dataset["changes"]).start();
  }
}
