import { describe, expect, it } from "vitest";
import { assertRunning, type Run } from "../../src/core/run.ts";
import { keep } from "../../src/engine/keep.ts";

const run = (aborted = false) => ({ signal: { aborted }, progress: () => undefined }) satisfies Run;

/** Settles each computation by hand. */
function stage() {
  const asked: { key: string; resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const kept = keep((key: string) => new Promise<string>((resolve, reject) => asked.push({ key, resolve, reject })));
  return { asked, kept };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("keep", () => {
  it("computes a key once for all who ask while it is on its way, and afterwards", async () => {
    const { asked, kept } = stage();
    const both = Promise.all([kept("a", run()), kept("a", run())]);
    await settled();
    expect(asked.map(({ key }) => key)).toEqual(["a"]);
    asked[0].resolve("A");
    expect(await both).toEqual(["A", "A"]);
    expect(await kept("a", run())).toBe("A");
    expect(asked.length).toBe(1);
  });

  it("does not keep a failure, and whoever waited computes in turn", async () => {
    const { asked, kept } = stage();
    const first = kept("a", run());
    const second = kept("a", run());
    asked[0].reject(new Error("given up"));
    await expect(first).rejects.toThrow("given up");
    await settled();
    expect(asked.length).toBe(2);
    asked[1].resolve("A");
    expect(await second).toBe("A");
  });

  it("lets whoever waited and gave up go", async () => {
    const { asked, kept } = stage();
    const first = kept("a", run());
    const second = kept("a", run(true));
    asked[0].resolve("A");
    expect(await first).toBe("A");
    await expect(second).rejects.toMatchObject({ failure: { code: "cancelled" } });
    expect(asked.length).toBe(1);
  });

  it("keeps keys apart and hands the run over", async () => {
    const kept = keep(async (key: string, own) => {
      assertRunning(own);
      return key.toUpperCase();
    });
    expect([await kept("a", run()), await kept("b", run())]).toEqual(["A", "B"]);
    await expect(kept("c", run(true))).rejects.toMatchObject({ failure: { code: "cancelled" } });
    expect(await kept("c", run())).toBe("C");
  });
});
