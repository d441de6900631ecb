import { describe, expect, it } from "vitest";
import { findWork, handOver, isAsItCame, type Keeper, openScenarioStore, scenarioOf } from "../../src/app/scenarios.ts";
import { FailureError } from "../../src/core/failure.ts";
import type { Change } from "../../src/core/scenario/change.ts";
import { formatScenario, parseScenario, type Scenario } from "../../src/core/scenario/document.ts";
import { findCommonState, nameState } from "../../src/core/scenario/history.ts";

const leave = (id: string, fte: number): Change => ({
  kind: "departure",
  id,
  commune: "35238",
  profession: "gp",
  fte,
});
const SCENARIO: Scenario = {
  title: "Essai",
  territory: { kind: "departement", code: "35" },
  series: { profession: "gp", year: 2023, ages: "all" },
  threshold: 2.5,
  model: null,
  changes: [leave("a", 1)],
  computed: null,
};

/** A browser's store, and the other tab one hears of. */
function openKeeper(isFull = false) {
  const kept = new Map<string, string>();
  const hearers: ((event: { readonly key: string | null }) => void)[] = [];
  const keeper: Keeper = {
    localStorage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => {
        if (isFull) throw new Error("QuotaExceededError");
        kept.set(key, text);
      },
    },
    addEventListener: (_, hear) => hearers.push(hear),
  };
  return { keeper, kept, hearers };
}

function open(id: string, store: ReturnType<typeof openScenarioStore>) {
  const work = findWork(store.getState(), id);
  if (!work) throw new Error(`no work ${id}`);
  return work;
}

describe("scenarios kept in the browser", () => {
  it("edits, undo and redo are there again once the page is opened anew", () => {
    const { keeper } = openKeeper();
    const store = openScenarioStore(keeper);
    const id = store.add(SCENARIO);
    store.edit(id, { kind: "put", change: leave("b", 2) });
    store.edit(id, { kind: "put", change: leave("c", 3) });
    store.undo(id);
    store.rename(id, "  Deux départs ");
    const again = openScenarioStore(keeper);
    expect(again.getState()).toEqual(store.getState());
    const work = open(id, again);
    expect(scenarioOf(work)).toEqual({ ...SCENARIO, title: "Deux départs", changes: [leave("a", 1), leave("b", 2)] });
    again.redo(id);
    expect(scenarioOf(open(id, again)).changes).toEqual([leave("a", 1), leave("b", 2), leave("c", 3)]);
    again.undo(id);
    again.undo(id);
    again.undo(id);
    expect(scenarioOf(open(id, again)).changes).toEqual(SCENARIO.changes);
  });

  it("a change that cannot be leaves everything as it was", () => {
    const store = openScenarioStore(openKeeper().keeper);
    const id = store.add(SCENARIO);
    const before = store.getState();
    expect(() => store.edit(id, { kind: "put", change: leave("b", -1) })).toThrow(FailureError);
    expect(store.getState()).toBe(before);
    store.rename(id, "   ");
    expect(open(id, store).document.title).toBe("Essai");
  });

  it("a fork goes its own way, and removing it leaves the first", () => {
    const store = openScenarioStore(openKeeper().keeper);
    const first = store.add(SCENARIO);
    store.edit(first, { kind: "put", change: leave("b", 2) });
    store.fork(first, "Autre");
    const fork = store.getState().currentId ?? "";
    expect(fork).not.toBe(first);
    store.edit(fork, { kind: "remove", id: "a" });
    expect(scenarioOf(open(fork, store)).changes).toEqual([leave("b", 2)]);
    expect(scenarioOf(open(first, store)).changes).toHaveLength(2);
    // What the fork begins with is its base: there is nothing of the first to undo.
    expect(open(fork, store).log.base).toHaveLength(2);
    store.remove(fork);
    expect(store.getState()).toMatchObject({ currentId: first, keeping: "kept" });
  });

  it("one removed comes back with all that was done in it, and is kept again", () => {
    const { keeper } = openKeeper();
    const store = openScenarioStore(keeper);
    const [first, second] = [store.add(SCENARIO), store.add({ ...SCENARIO, title: "Second" })];
    store.edit(first, { kind: "put", change: leave("b", 2) });
    store.undo(first);
    const gone = open(first, store);
    store.remove(first);
    expect(
      openScenarioStore(keeper)
        .getState()
        .works.map(({ id }) => id),
    ).toEqual([second]);
    store.restore(gone);
    store.restore(gone);
    const again = openScenarioStore(keeper);
    expect(again.getState()).toMatchObject({ currentId: first, works: [{ id: second }, { id: first }] });
    again.redo(first);
    expect(scenarioOf(open(first, again)).changes).toEqual([leave("a", 1), leave("b", 2)]);
  });

  it("a file handed over, taken in elsewhere and changed there, has an origin in common with the one that stayed", () => {
    const mine = openScenarioStore(openKeeper().keeper);
    const id = mine.add(SCENARIO);
    mine.edit(id, { kind: "put", change: leave("b", 2) });
    const seal = { dataRelease: "1", engineVersion: "1", resultHash: "a".repeat(64) };
    const file = formatScenario(handOver(open(id, mine), seal));
    mine.edit(id, { kind: "put", change: leave("m", 3) });
    const { keeper } = openKeeper();
    const hers = openScenarioStore(keeper);
    const other = hers.add(parseScenario(file, "f.json"));
    expect(isAsItCame(open(other, hers))).toBe(true);
    expect(open(other, hers).document.computed).toEqual(seal);
    hers.edit(other, { kind: "put", change: leave("h", 4) });
    expect(isAsItCame(open(other, hers))).toBe(false);
    const back = handOver(open(other, openScenarioStore(keeper)), null);
    expect(back.history).toHaveLength(3);
    expect(findCommonState(open(id, mine).log, back.history ?? [])).toEqual([leave("a", 1), leave("b", 2)]);
    expect(scenarioOf(open(other, hers))).not.toHaveProperty("history");
    hers.fork(other, "Autre");
    const fork = open(hers.getState().currentId ?? "", hers);
    expect(handOver(fork, null).history).toEqual(back.history);
    expect(handOver(fork, null).history?.at(-1)).toBe(nameState([leave("a", 1), leave("b", 2), leave("h", 4)]));
  });

  it("says when the browser keeps nothing, and goes on", () => {
    const store = openScenarioStore(openKeeper(true).keeper);
    const id = store.add(SCENARIO);
    expect(store.getState().keeping).toBe("refused");
    expect(open(id, store).document.title).toBe("Essai");
  });

  it("sets aside what it cannot read rather than write over it", () => {
    const { keeper, kept } = openKeeper();
    kept.set("oasis-scenarios", '{"version":9,"works":[]}');
    const store = openScenarioStore(keeper);
    expect(store.getState().keeping).toBe("set-aside");
    store.add(SCENARIO);
    expect([...kept.values()]).toContain('{"version":9,"works":[]}');
  });

  it("follows what another tab keeps", () => {
    const { keeper, hearers } = openKeeper();
    const store = openScenarioStore(keeper);
    const other = openScenarioStore(keeper);
    const id = other.add(SCENARIO);
    for (const hear of hearers) hear({ key: "oasis-scenarios" });
    expect(open(id, store)).toEqual(open(id, other));
  });
});
