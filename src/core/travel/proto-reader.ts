/** Reads protocol buffer fields from bytes without copying. Reading past the end calls `fault`, which must throw. */
export class ProtoReader {
  at: number;
  readonly bytes: Uint8Array;
  readonly end: number;
  /** Field number and wire type of the last `next()`. */
  field = 0;
  wire = 0;
  readonly #fault: (reason: string) => never;

  constructor(bytes: Uint8Array, fault: (reason: string) => never, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
    this.#fault = fault;
  }

  /** Moves to the next field; false at the end. */
  next(): boolean {
    if (this.at >= this.end) return false;
    const key = this.varint();
    this.field = Math.floor(key / 8);
    this.wire = key % 8;
    return true;
  }

  /** int32, int64, uint32, uint64 or bool, exact up to ±2⁵³. */
  varint(): number {
    const first = this.#byte();
    if (first < 0x80) return first;
    let low = first & 0x7f;
    let high = 0;
    for (let shift = 7; shift < 70; shift += 7) {
      const byte = this.#byte();
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else if (shift < 63) high |= bits << (shift - 32);
      else high |= (bits & 1) << 31;
      if (byte < 0x80) return high * 4_294_967_296 + (low >>> 0);
    }
    return this.#fault("a number of more than ten bytes");
  }

  /** sint32 or sint64 of up to 53 bits. */
  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** The bytes of a message, string or packed field, as a reader of their own. */
  message(): ProtoReader {
    const length = this.varint();
    if (this.wire !== 2 || length < 0 || this.at + length > this.end) this.#fault("a field longer than its message");
    const inner = new ProtoReader(this.bytes, this.#fault, this.at, this.at + length);
    this.at += length;
    return inner;
  }

  rest(): Uint8Array {
    return this.bytes.subarray(this.at, this.end);
  }

  /** The rest as text; bytes beyond ASCII come out as other letters, equal for equal bytes. */
  text(): string {
    let text = "";
    for (let i = this.at; i < this.end; i++) text += String.fromCharCode(this.bytes[i]);
    return text;
  }

  skip(): void {
    if (this.wire === 0) this.varint();
    else if (this.wire === 2) this.message();
    else if (this.wire === 1) this.#advance(8);
    else if (this.wire === 5) this.#advance(4);
    else this.#fault(`wire type ${this.wire}`);
  }

  #advance(bytes: number): void {
    if (this.at + bytes > this.end) this.#fault("a field longer than its message");
    this.at += bytes;
  }

  #byte(): number {
    if (this.at >= this.end) this.#fault("a number cut short");
    return this.bytes[this.at++];
  }
}
