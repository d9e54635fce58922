// One tap in the room: what it says, when it was made, and how far it has come.

/** On its way, waiting on this device, at the clinic, or sent back with reasons. Saved only ever means: the clinic has answered that it is durable. */
export type EntryState = "saving" | "waiting" | "saved" | "refused";

export interface Entry {
  /** Its place on this device; entries go out in this order. */
  seq?: number;
  /** The command's id, made at the tap: sending it twice records it once. */
  readonly id: string;
  /** The address of the room it belongs to. */
  readonly room: string;
  readonly action: string;
  /** The form it was typed in, by its id. */
  readonly form: string;
  readonly fields: Record<string, string>;
  readonly words: string;
  /** On the clinic's clock, ISO 8601. */
  readonly tappedAt: string;
  /** Who was signed in, as the journal names them: `staff/…`. */
  readonly by: string;
  /** Why the clinic did not take it. */
  refused?: string[];
}

export type Answer =
  | { readonly kind: "saved" }
  | { readonly kind: "refused"; readonly sentences: string[] }
  | { readonly kind: "later"; readonly why: Trouble };

/** Why nothing goes out: no connection, somebody has to sign in, or the clinic's machine is in trouble. */
export type Trouble = "offline" | "sign-in" | "clinic";

interface Problem {
  readonly detail?: string;
  readonly title?: string;
  readonly reasons?: readonly { readonly sentence: string }[];
}

/** What the clinic's answer means for the entry. Anything that is not a clear yes or no keeps the entry here. */
export async function readAnswer(response: Response): Promise<Answer> {
  if (response.redirected || response.status === 401) {
    return { kind: "later", why: "sign-in" };
  }
  if (response.status >= 500 || response.status === 408 || response.status === 429) {
    return { kind: "later", why: "clinic" };
  }
  const said = (await response.json().catch(() => null)) as (Problem & { readonly recorded?: boolean }) | null;
  if (response.ok) {
    return said?.recorded === undefined ? { kind: "later", why: "clinic" } : { kind: "saved" };
  }
  const sentences = said?.reasons?.map((reason) => reason.sentence) ?? [];
  return { kind: "refused", sentences: sentences.length > 0 ? sentences : [said?.detail ?? said?.title ?? `The clinic answered ${response.status}.`] };
}

/** A new id, on a page without HTTPS as well. */
export function newId(random: (bytes: Uint8Array) => void = (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
