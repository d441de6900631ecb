import { expect, test } from "vitest";
import { foldLog } from "../../../src/core/contributions/fold.ts";
import { readAnyInvitation, writeInvitation } from "../../../src/ui/participate/records/invitation.ts";
import { FATES, listLines, tellRecord } from "../../../src/ui/participate/records/record-fate.ts";
import { goldenWorld } from "../../core/contributions/signed-world.ts";
import { TREE } from "../../core/contributions/world.ts";

test("every record of the golden log has one fate, that the fold gives it", async () => {
  const { world, log } = await goldenWorld();
  const state = foldLog({ log, genesis: world.genesis.id, territories: TREE, asOf: "2026-02-01" });
  const lines = listLines({ log, state, refused: [] });
  expect(lines.length).toBe(log.records.size);
  const ids = (kind: string) =>
    lines
      .filter(({ fate }) => fate.kind === kind)
      .map(({ record }) => record.id)
      .sort();
  expect(ids("erased")).toEqual(state.erased);
  expect(ids("refused")).toEqual(state.refused.map(({ id }) => id));
  expect(ids("pending")).toEqual(state.pending);
  expect(ids("local")).toEqual(state.local.filter((id) => !state.refused.some((one) => one.id === id)));
  expect(ids("redacted").length).toBe(1);
  expect(lines.every(({ fate }) => FATES.includes(fate.kind))).toBe(true);
  // What nobody received, then the last received first, down to the genesis.
  expect(lines.at(-1)?.record.id).toBe(world.genesis.id);
  const orders = lines.slice(0, -1).map(({ seq }) => seq ?? Number.POSITIVE_INFINITY);
  expect(orders).toEqual([...orders].sort((a, b) => b - a));
});

test("what a relay refused is told before what the fold says", async () => {
  const { world, log } = await goldenWorld();
  const state = foldLog({ log, genesis: world.genesis.id, territories: TREE, asOf: "2026-02-01" });
  const [id] = state.local;
  const [first] = listLines({ log, state, refused: [{ id, code: "no_grant", where: "hdr.author" }] });
  expect([first.record.id, first.fate]).toEqual([
    id,
    { kind: "refused", code: "no_grant", where: "hdr.author", isRelay: true },
  ]);
});

test("a record is told by its title, else its text", () => {
  expect(tellRecord({ body: { text: "Le mardi", title: "Un bus" } })).toBe("Un bus");
  expect(tellRecord({ body: { reason: "Fin" } })).toBe("Fin");
  expect(tellRecord({ body: null })).toBe("");
});

test("an invitation is read back from its link, and from nothing else", () => {
  const genesis = "A".repeat(43);
  for (const relay of [null, "https://relais.example/a?b"]) {
    for (const space of ["public", "committee:pays-de-vitre"]) {
      const link = writeInvitation({ space, genesis, relay }, "https://oasis.example/");
      expect(readAnyInvitation(link)).toEqual({ space, genesis, relay });
      expect(new URL(link).search).not.toContain(genesis);
    }
  }
  for (const text of [
    "",
    "#join=",
    "#join=%",
    `#join=space%3Dnowhere%26genesis%3D${genesis}`,
    "#join=space%3Dpublic",
  ]) {
    expect(readAnyInvitation(text)).toBeNull();
  }
  const hostile = writeInvitation({ space: "public", genesis, relay: "javascript:alert(1)" }, "");
  expect(readAnyInvitation(hostile)).toBeNull();
});
