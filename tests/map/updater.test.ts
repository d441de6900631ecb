import { beforeEach, describe, expect, test } from "vitest";
import { createUpdater, type Updater } from "../../src/map/updater.ts";

interface Scene {
  colours: string;
  outline: string | null;
}

/** A map that writes down what is done to it, and a clock turned by hand. */
let done: string[];
let errors: unknown[];
let queue: (() => void)[];
let broken: Set<string>;
let updater: Updater<Scene>;

function turn(): void {
  for (const run of queue.splice(0)) run();
}

beforeEach(() => {
  done = [];
  errors = [];
  queue = [];
  broken = new Set();
  const apply = (part: string) => (wanted: string | null, shown: string | null | undefined) => {
    if (broken.has(part)) throw new Error(part);
    done.push(`${part}: ${shown} → ${wanted}`);
  };
  updater = createUpdater<Scene>(
    { outline: apply("outline"), colours: apply("colours") },
    (run) => queue.push(run),
    (error) => errors.push(error),
  );
});

describe("before the style is loaded", () => {
  test("what is wanted waits, and only the latest is applied, in the order of the appliers", () => {
    updater.want("colours", "a");
    updater.want("outline", "x");
    updater.want("colours", "b");
    turn();
    expect(done).toEqual([]);
    updater.setReady(true);
    turn();
    expect(done).toEqual(["outline: undefined → x", "colours: undefined → b"]);
  });
});

describe("once it is", () => {
  beforeEach(() => updater.setReady(true));

  test("changes within a turn are gathered", () => {
    for (const value of ["a", "b", "c"]) updater.want("colours", value);
    expect(queue).toHaveLength(1);
    turn();
    expect(done).toEqual(["colours: undefined → c"]);
  });

  test("what is already shown is not applied again, even after a detour", () => {
    updater.want("colours", "a");
    turn();
    updater.want("colours", "b");
    updater.want("colours", "a");
    turn();
    expect(done).toEqual(["colours: undefined → a"]);
  });

  test("null is a value like another", () => {
    updater.want("outline", null);
    turn();
    updater.want("outline", null);
    turn();
    expect(done).toEqual(["outline: undefined → null"]);
  });

  test("an applier that fails is reported, spares the others, and starts from what was shown before", () => {
    updater.want("outline", "x");
    turn();
    broken.add("outline");
    updater.want("outline", "y");
    updater.want("colours", "a");
    turn();
    expect(errors).toEqual([new Error("outline")]);
    broken.clear();
    updater.want("colours", "b");
    turn();
    expect(done).toEqual(["outline: undefined → x", "colours: undefined → a", "outline: x → y", "colours: a → b"]);
  });

  test("a map that lost everything gets everything back, once it is ready", () => {
    updater.want("colours", "a");
    turn();
    updater.want("colours", "b");
    updater.setReady(false);
    turn();
    updater.forget();
    updater.setReady(true);
    turn();
    expect(done).toEqual(["colours: undefined → a", "colours: undefined → b"]);
  });

  test("nothing happens after stop", () => {
    updater.want("colours", "a");
    updater.stop();
    turn();
    updater.want("colours", "b");
    turn();
    expect(done).toEqual([]);
  });
});
