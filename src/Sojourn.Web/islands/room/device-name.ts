// What this device calls itself, so that a record says where an entry waited: four letters, made once, kept here.
const store = "device-name";
/** Without letters and figures that are taken for one another. */
const letters = "ACDEFHJKLMNPQRTUVWXY34679";
let own: string | null = null;

export function deviceName(random: (bytes: Uint8Array) => void = (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)): string {
  own ??= kept();
  if (own === null) {
    const bytes = new Uint8Array(4);
    random(bytes);
    own = [...bytes].map((byte) => letters[byte % letters.length]).join("");
    keep(own);
  }
  return own;
}

function kept(): string | null {
  try {
    return localStorage.getItem(store);
  } catch {
    return null;
  }
}

function keep(name: string): void {
  try {
    localStorage.setItem(store, name);
  } catch {
    // A browser that keeps nothing has a new name with each page.
  }
}
