import type { TerritoryTree } from "../core/contributions/territory-tree.ts";
import { Admission } from "./admission.ts";
import { AnswerError } from "./answers.ts";
import { AUTHORITY_TYPES, type Reader, type Row } from "./store.ts";

const RANKED = new Set(AUTHORITY_TYPES);

/** Who may do what in the spaces of a relay, following what this relay and others append to the same database. */
export class Admissions {
  readonly #spaces: ReadonlyMap<string, Admission>;
  /** Order of the last record taken note of. */
  #tail = 0;
  #generation = 0;

  constructor(spaces: readonly string[], key: string, founder: string, tree: TerritoryTree) {
    this.#spaces = new Map(spaces.map((space) => [space, new Admission(space, key, founder, tree)]));
  }

  /** Throws `other_space` for a space that is not served. */
  of(space: string): Admission {
    const admission = this.#spaces.get(space);
    if (admission === undefined) throw new AnswerError("other_space", "hdr.space");
    return admission;
  }

  has(space: string): boolean {
    return this.#spaces.has(space);
  }

  /** Takes note of what was appended since. */
  async follow(reader: Pick<Reader, "authority">): Promise<void> {
    for (;;) {
      const generation = this.#generation;
      const rows = await reader.authority(this.#tail);
      if (generation !== this.#generation) continue;
      for (const row of rows) this.note(row);
      return;
    }
  }

  note({ seq, record, receipt }: Pick<Row, "seq" | "record" | "receipt">): void {
    if (seq <= this.#tail || !RANKED.has(record.hdr.type)) return;
    this.#tail = seq;
    this.#spaces.get(record.hdr.space)?.keep(record, receipt);
  }

  /** After an append that failed: what was noted may not be. */
  forget(): void {
    this.#generation++;
    this.#tail = 0;
    for (const admission of this.#spaces.values()) admission.forget();
  }
}
