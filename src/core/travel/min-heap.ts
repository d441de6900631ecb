/** Binary heap of (key, item) pairs in typed arrays; equal keys leave in an order fixed by the calls made. */
export class MinHeap {
  size = 0;
  #keys = new Float64Array(256);
  #items = new Uint32Array(256);

  /** Smallest key; only when `size` > 0. */
  get topKey(): number {
    return this.#keys[0];
  }

  clear(): void {
    this.size = 0;
  }

  push(key: number, item: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const items = this.#items;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (keys[parent] <= key) break;
      keys[at] = keys[parent];
      items[at] = items[parent];
      at = parent;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** Takes the item of the smallest key; only when `size` > 0. */
  pop(): number {
    const keys = this.#keys;
    const items = this.#items;
    const top = items[0];
    const size = --this.size;
    const key = keys[size];
    const item = items[size];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1] < keys[child]) child++;
      if (keys[child] >= key) break;
      keys[at] = keys[child];
      items[at] = items[child];
      at = child;
    }
    keys[at] = key;
    items[at] = item;
    return top;
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    const items = new Uint32Array(2 * this.#items.length);
    keys.set(this.#keys);
    items.set(this.#items);
    this.#keys = keys;
    this.#items = items;
  }
}
