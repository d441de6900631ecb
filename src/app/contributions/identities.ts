import { cleanText } from "../../core/contributions/privacy/clean-text.ts";
import { FailureError } from "../../core/failure.ts";
import type { KeptIdentity } from "../../platform/browser/record-store.ts";
import { createKeyPair, type KeyPair, openSealedKey, sealKey } from "../../platform/crypto/key-pairs.ts";
import type { Identity } from "./board.ts";
import type { Desk } from "./desk.ts";
import { SHORTEST_PASSPHRASE } from "./passphrase.ts";

const LONGEST_LABEL = 60;
const BIGGEST_FILE = 10_000;

/** The keys of this browser one signs with. */
export class Identities {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async create(label: string, isExportable: boolean): Promise<Identity> {
    return this.#add(await createKeyPair(isExportable), label);
  }

  use(key: string): Promise<void> {
    return this.#desk.exclusive(async () => {
      this.find(key);
      await this.#desk.write({ settings: { put: [{ name: "key", value: key }] } });
      this.#desk.key = key;
      this.#desk.show();
    });
  }

  async export(key: string, passphrase: string): Promise<Blob> {
    assertLong(passphrase);
    return new Blob([await sealKey(this.find(key), passphrase)], { type: "application/json" });
  }

  async import(file: Blob, passphrase: string, label: string): Promise<Identity> {
    if (file.size > BIGGEST_FILE) throw new FailureError("bad-input", { key: "file", problem: "not a key" });
    return this.#add(await openSealedKey(await file.text(), passphrase), label);
  }

  forget(key: string): Promise<void> {
    return this.#desk.exclusive(async () => {
      const desk = this.#desk;
      const rest = desk.identities.filter((one) => one.key !== key);
      const next = desk.key === key ? (rest[0]?.key ?? null) : desk.key;
      await desk.write({ identities: { remove: [key] }, settings: { put: [{ name: "key", value: next }] } });
      desk.identities = rest;
      desk.key = next;
      desk.unmarkIfEmpty();
      desk.showAnew();
    });
  }

  /** Throws `bad-input` for a key that is not here. */
  find(key: string | null): KeptIdentity {
    const found = this.#desk.identities.find((one) => one.key === key);
    if (!found) throw new FailureError("bad-input", { key: key ?? "", problem: "no key" });
    return found;
  }

  async #add({ key, secret, isExportable }: KeyPair, label: string): Promise<Identity> {
    const desk = this.#desk;
    await desk.exclusive(async () => {
      const at = desk.means.now().toISOString();
      const shown = cleanText(label).slice(0, LONGEST_LABEL) || key.slice(0, 8);
      const kept = { key, secret, isExportable, label: shown, at };
      const inUse = desk.key ?? key;
      await desk.write({ identities: { put: [kept] }, settings: { put: [{ name: "key", value: inUse }] } });
      desk.identities = [...desk.identities.filter((one) => one.key !== key), kept];
      desk.key = inUse;
      desk.showAnew();
    });
    await desk.askToKeep();
    return desk.board.getState().identities.find((one) => one.key === key)!;
  }
}

function assertLong(passphrase: string): void {
  if (Array.from(passphrase).length < SHORTEST_PASSPHRASE) {
    throw new FailureError("bad-input", { key: "passphrase", problem: "short" });
  }
}
