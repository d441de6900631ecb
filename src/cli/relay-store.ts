import { FailureError } from "../core/failure.ts";
import { openPostgresStore } from "../relay/postgres-store.ts";
import { openSqliteStore } from "../relay/sqlite-store.ts";
import type { Store } from "../relay/store.ts";

/** `--store`: one SQLite file, or a PostgreSQL database several relays may share. */
export type StoreOption = { readonly sqlite: string } | { readonly postgres: string };

export function parseStore(text: string): StoreOption {
  const sqlite = /^sqlite:(.+)$/.exec(text)?.[1];
  if (sqlite !== undefined) return { sqlite };
  if (/^postgres(?:ql)?:\/\//.test(text)) return { postgres: text };
  throw new FailureError("bad-input", { option: "--store", text, expected: "sqlite:PATH or postgres://…" });
}

/** A guest writes beside a running relay and gives no orders. */
export async function openStore(option: StoreOption, isGuest = false): Promise<Store> {
  return "sqlite" in option ? openSqliteStore(option.sqlite, isGuest) : openPostgresStore(option.postgres);
}

/** Where the key of a relay is unless it is said: beside the file. Relays of one database must be given the same. */
export function keyPath(option: StoreOption, key: string | undefined): string {
  if (key !== undefined) return key;
  if ("sqlite" in option) return `${option.sqlite}.key`;
  throw new FailureError("bad-input", { option: "--key", text: "(none)", expected: "the key file of all its relays" });
}
