/** A list of numbers in a typed array that doubles when full. */
export class GrowingList<T extends Float64Array | Int32Array | Uint32Array | Uint8Array> {
  length = 0;
  items: T;
  readonly #create: (size: number) => T;

  constructor(create: (size: number) => T, room = 1024) {
    this.#create = create;
    this.items = create(room);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = this.#create(2 * this.length);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  /** The filled part, in the same memory. */
  filled(): T {
    return this.items.subarray(0, this.length) as T;
  }
}
