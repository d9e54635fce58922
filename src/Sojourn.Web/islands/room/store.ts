// Where entries wait: the device's own database. It survives a reload, a crash of the browser and an empty battery.
import { openDB, type IDBPDatabase } from "idb";
import type { Entry } from "./entry.ts";

export interface Store {
  all(): Promise<Entry[]>;
  /** Answers when the device has it on disk. */
  add(entry: Entry): Promise<Entry>;
  update(entry: Entry): Promise<void>;
  remove(seq: number): Promise<void>;
}

export async function openStore(): Promise<Store> {
  const db: IDBPDatabase = await openDB("sojourn-room", 1, { upgrade: (fresh) => void fresh.createObjectStore("entries", { keyPath: "seq", autoIncrement: true }) });
  void navigator.storage?.persist?.();
  const write = { durability: "strict" } as const;
  return {
    all: async () => (await db.getAll("entries")) as Entry[],
    add: async (entry) => {
      const transaction = db.transaction("entries", "readwrite", write);
      const seq = (await transaction.store.add(entry)) as number;
      await transaction.done;
      return { ...entry, seq };
    },
    update: async (entry) => void (await db.put("entries", entry)),
    remove: async (seq) => void (await db.delete("entries", seq)),
  };
}
