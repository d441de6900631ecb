/** What is wrong with a field: `to.staff[1].fte`, and why. */
export interface FieldFault {
  readonly field: string;
  readonly problem: string;
}

/**
 * Reads the fields of an object of a file somebody wrote: each once, of a stated type and size; whatever was not asked for is a
 * fault. Faults are gathered, and a field at fault yields a placeholder: nothing read counts once there is a fault.
 */
export class FieldReader {
  readonly #fields: ReadonlyMap<string, unknown>;
  readonly #unread: Set<string>;
  readonly #path: string;
  readonly #faults: FieldFault[];
  readonly #isObject: boolean;

  constructor(json: unknown, path: string, faults: FieldFault[]) {
    this.#isObject = typeof json === "object" && json !== null && !Array.isArray(json);
    this.#fields = new Map(this.#isObject ? Object.entries(json as object) : []);
    this.#unread = new Set(this.#fields.keys());
    this.#path = path;
    this.#faults = faults;
    if (!this.#isObject)
      faults.push({ field: path === "" ? "whole" : path, problem: `an object is expected, not ${show(json)}` });
  }

  text(name: string, longest: number): string {
    const value = this.take(name);
    if (typeof value === "string" && value.trim() !== "" && value.length <= longest) return value;
    return this.#fault(name, value, `a text of 1 to ${longest} characters`, "");
  }

  /** A text of a form said in words. */
  matching(name: string, form: RegExp, expected: string): string {
    const value = this.take(name);
    return typeof value === "string" && form.test(value) ? value : this.#fault(name, value, expected, "");
  }

  /** A number within [least, most]; with `above`, not `least` itself. */
  number(name: string, least: number, most: number, above: "above" | "from" = "from"): number {
    const value = this.take(name);
    const isIn = typeof value === "number" && value <= most && (above === "above" ? value > least : value >= least);
    return isIn ? value : this.#fault(name, value, `a number ${above} ${least}, at most ${most}`, most);
  }

  oneOf<T extends string | number>(name: string, choices: readonly T[]): T {
    const value = this.take(name);
    const found = choices.find((choice) => choice === value);
    return found ?? this.#fault(name, value, `one of ${choices.join(", ")}`, choices[0]);
  }

  /** The items of a list, each read at its own path; at least `least` and at most `most`. */
  list<T>(name: string, least: number, most: number, read: (item: unknown, path: string) => T): readonly T[] {
    const value = this.take(name);
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      const said = Array.isArray(value) ? `a list of ${value.length}` : value;
      return this.#fault(name, said, `a list of ${least} to ${most}`, []);
    }
    return value.map((item: unknown, k) => read(item, `${this.at(name)}[${k}]`));
  }

  object<T>(name: string, read: (fields: FieldReader) => T): T {
    const fields = new FieldReader(this.take(name), this.at(name), this.#faults);
    const value = read(fields);
    fields.end();
    return value;
  }

  /** Null where the field holds null, else what `read` makes of it. */
  orNull<T>(name: string, read: (name: string) => T): T | null {
    if (this.#fields.has(name) && this.#fields.get(name) === null) {
      this.#unread.delete(name);
      return null;
    }
    return read(name);
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** The field as it is; undefined where it is missing. */
  take(name: string): unknown {
    this.#unread.delete(name);
    return this.#fields.get(name);
  }

  at(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }

  /** Says which fields nobody asked for. */
  end(): void {
    for (const name of this.#unread) {
      this.#faults.push({ field: this.at(name.slice(0, SHOWN)), problem: "unknown field" });
    }
  }

  #fault<T>(name: string, value: unknown, expected: string, placeholder: T): T {
    const problem =
      value === undefined ? `missing: ${expected} is expected` : `${expected} is expected, not ${show(value)}`;
    if (this.#isObject) this.#faults.push({ field: this.at(name), problem });
    return placeholder;
  }
}

/** Characters of foreign text repeated in a failure. */
const SHOWN = 40;

function show(value: unknown): string {
  const text = typeof value === "object" && value !== null ? (Array.isArray(value) ? "a list" : "an object") : null;
  const said = text ?? JSON.stringify(value) ?? "nothing";
  return said.length > SHOWN ? `${said.slice(0, SHOWN)}…` : said;
}
