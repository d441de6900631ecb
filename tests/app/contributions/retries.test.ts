import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Retries } from "../../../src/app/contributions/retries.ts";

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Somebody away until told otherwise, whom one attempt reaches after a while. */
function makeErrand({ lasts = 0, random = (): number => 0 } = {}) {
  const world = { waiting: 1, isThere: false, notBefore: 0, attempts: [] as number[], together: 0, mostTogether: 0 };
  const retries = new Retries(
    {
      isWaiting: () => world.waiting > 0,
      wait: () => Math.max(0, world.notBefore - Date.now()),
      async attempt() {
        world.attempts.push(Date.now());
        world.mostTogether = Math.max(world.mostTogether, ++world.together);
        const isThere = world.isThere;
        if (lasts > 0) await new Promise((resolve) => setTimeout(resolve, lasts));
        world.together--;
        if (isThere) world.waiting = 0;
      },
    },
    random,
  );
  return { world, retries };
}

describe("what waits is tried again", () => {
  test("after 2, 4, 8 … seconds, then every 5 minutes, until it has left; then no timer is left", async () => {
    const { world, retries } = makeErrand();
    retries.persist();
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    const gaps = world.attempts.map((at, k) => (at - (world.attempts[k - 1] ?? 0)) / SECOND);
    // 2 + 4 + … + 256 = 510 s, then 300 s each: 810 s and 1 110 s are within 1 200 s.
    expect(gaps).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    world.isThere = true;
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(world.waiting).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("chance shortens each wait by half at most", async () => {
    const { world, retries } = makeErrand({ random: () => 1 });
    retries.persist();
    await vi.advanceTimersByTimeAsync(7 * SECOND);
    expect(world.attempts).toEqual([1 * SECOND, 3 * SECOND, 7 * SECOND]);
  });

  test("nothing waits: no timer, no attempt, even when told of a chance", async () => {
    const { world, retries } = makeErrand();
    world.waiting = 0;
    retries.persist();
    await retries.now();
    expect(vi.getTimerCount()).toBe(0);
    world.waiting = 1;
    retries.tend();
    expect(vi.getTimerCount()).toBe(1);
    world.waiting = 0;
    retries.tend();
    expect(vi.getTimerCount()).toBe(0);
    expect(world.attempts).toEqual([]);
  });

  test("at once when the network is back, and from the shortest wait again if that was too early", async () => {
    const { world, retries } = makeErrand();
    retries.persist();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    const before = world.attempts.length;
    await retries.now();
    await vi.advanceTimersByTimeAsync(3 * SECOND);
    expect(world.attempts.slice(before)).toEqual([3 * MINUTE, 3 * MINUTE + 2 * SECOND]);
  });

  test("a tab that is not the one in charge tries when told, and sets no timer", async () => {
    const { world, retries } = makeErrand();
    await retries.now();
    expect(world.attempts).toEqual([0]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("one attempt at a time", () => {
  test("a chance during an attempt is taken after it, not beside it", async () => {
    const { world, retries } = makeErrand({ lasts: SECOND });
    retries.persist();
    const first = retries.now();
    await vi.advanceTimersByTimeAsync(500);
    world.isThere = true;
    const second = retries.now();
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    await Promise.all([first, second]);
    expect(world.attempts).toEqual([0, SECOND]);
    expect(world.mostTogether).toBe(1);
    expect(world.waiting).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("who asks to be left alone is", () => {
  test("neither a timer nor a chance comes before the time it named", async () => {
    const { world, retries } = makeErrand();
    world.notBefore = 10 * MINUTE;
    retries.persist();
    await retries.now();
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    await retries.now();
    expect(world.attempts).toEqual([]);
    world.isThere = true;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(world.attempts).toEqual([10 * MINUTE]);
    expect(world.waiting).toBe(0);
  });
});
