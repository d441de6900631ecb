/** Bytes that grow: varints of seven bits a byte, least significant first, as in protocol buffers. */
export class ByteWriter {
  length = 0;
  #bytes = new Uint8Array(4096);

  unsigned(value: number): void {
    if (this.length + 8 > this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#bytes.length);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.length++] = rest;
  }

  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  filled(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}
