import { assertRunning, type Run } from "../core/run.ts";

/**
 * Results by key, each computed at most once at a time and kept; a failure is not. A caller who gives up takes nobody along:
 * whoever waits for the same key then computes it.
 */
export function keep<K extends string, T>(compute: (key: K, run: Run) => Promise<T>): (key: K, run: Run) => Promise<T> {
  const kept = new Map<K, T>();
  const pending = new Map<K, Promise<unknown>>();
  return async (key, run) => {
    for (;;) {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const other = pending.get(key);
      if (other === undefined) break;
      await other.catch(() => undefined);
      assertRunning(run);
    }
    const own = compute(key, run);
    pending.set(key, own);
    try {
      const result = await own;
      kept.set(key, result);
      return result;
    } finally {
      pending.delete(key);
    }
  };
}
