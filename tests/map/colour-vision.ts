/** Linear RGB as seen without one kind of cone (Machado, Oliveira & Fernandes 2009, severity 1), rows of three. */
const VISIONS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** Least CIE 1976 distance between any two of the colours, over normal and three deficient visions. */
export function leastDistance(colours: readonly string[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const vision of Object.values(VISIONS)) {
    const seen = colours.map((colour) => toLab(see(colour, vision)));
    for (const [i, a] of seen.entries()) {
      for (const b of seen.slice(0, i)) least = Math.min(least, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
    }
  }
  return least;
}

function see(colour: string, vision: readonly number[]): readonly number[] {
  const linear = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return [0, 1, 2].map((row) => {
    const sum = linear.reduce((total, c, k) => total + vision[3 * row + k] * c, 0);
    return Math.min(1, Math.max(0, sum));
  });
}

function toLab([r, g, b]: readonly number[]): readonly [number, number, number] {
  const bend = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = bend(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
