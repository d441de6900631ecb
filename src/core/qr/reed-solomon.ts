/** Powers of 2 in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1, the field of QR codes (ISO/IEC 18004, 7.5.2). */
const POWERS = new Uint8Array(255);
const LOGS = new Uint8Array(256);
for (let k = 0, power = 1; k < 255; k++) {
  POWERS[k] = power;
  LOGS[power] = k;
  power = power < 128 ? power << 1 : (power << 1) ^ 0x11d;
}

export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : POWERS[(LOGS[a] + LOGS[b]) % 255];
}

/** Remainder of `data` by the generator polynomial of `count` roots 1, 2, 4…: the words that correct errors. */
export function correctionWords(data: Uint8Array, count: number): Uint8Array {
  const divisor = generatorOf(count);
  const rest = new Uint8Array(count);
  for (const word of data) {
    const factor = word ^ rest[0];
    rest.copyWithin(0, 1);
    rest[count - 1] = 0;
    for (let k = 0; k < count; k++) rest[k] ^= multiply(divisor[k], factor);
  }
  return rest;
}

/** Coefficients below the leading 1, highest power first. */
function generatorOf(count: number): Uint8Array {
  const found = new Uint8Array(count);
  found[count - 1] = 1;
  for (let root = 0; root < count; root++) {
    for (let k = 0; k < count; k++) {
      found[k] = multiply(found[k], POWERS[root]) ^ (k + 1 < count ? found[k + 1] : 0);
    }
  }
  return found;
}
