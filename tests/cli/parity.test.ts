import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IS_FULL, runOasis, sampleOf } from "./run-oasis.ts";

interface Report {
  readonly times: { readonly pairs: number; readonly share_by_road: number };
  readonly communes: { readonly published: number };
  readonly limits: readonly string[];
  readonly models: readonly {
    readonly model: string;
    readonly split: string;
    readonly held_out: { readonly n: number; readonly r: number; readonly rmse: number };
    readonly held_out_by_class: Readonly<Record<string, { readonly n: number }>>;
  }[];
}

describe("oasis parity, on the embedded pack", () => {
  it.runIf(IS_FULL)(
    "comes closer to the published values than a naive recomputation, on communes it has not seen",
    () => {
      const ran = runOasis("parity", "--profession", "gp", "--year", "2023", "--fast");
      expect(ran.status).toBe(0);
      const report: Report = JSON.parse(ran.stdout);
      const heldOut = (model: string, split: string) => {
        const found = report.models.find((m) => m.model === model && m.split === split);
        if (!found) throw new Error(`no ${model} ${split}`);
        return found.held_out;
      };
      expect(heldOut("naive", "random").r).toBeCloseTo(0.57, 1);
      expect(heldOut("calibrated-blurred-steps", "random").r).toBeGreaterThan(0.77);
      expect(heldOut("calibrated-and-neighbours", "random").r).toBeGreaterThan(0.8);
      expect(heldOut("calibrated-blurred-steps", "spatial").r).toBeGreaterThan(0.63);
      // In whole blocks neighbours say little: there the model must do better than they.
      expect(heldOut("neighbours", "spatial").r).toBeLessThan(heldOut("calibrated-blurred-steps", "spatial").r);
      expect(heldOut("naive", "random").n).toBeGreaterThan(0.18 * report.communes.published);
      expect(report.limits.length).toBeGreaterThan(3);
      for (const { held_out, held_out_by_class: classes } of report.models) {
        expect(classes["practitioners-some"].n + classes["practitioners-none"].n).toBe(held_out.n);
      }
    },
    240_000,
  );

  it.runIf(IS_FULL)(
    "takes times of a table where it has them, and says for how many pairs",
    () => {
      const file = join(mkdtempSync(join(tmpdir(), "oasis-parity-")), "times.csv");
      // Vitré to Rennes is too far as the crow flies, Cesson to Rennes is not; Rennes to itself is no pair.
      writeFileSync(file, "origin,destination,minutes\n35360,35238,38\n35051,35238,13\n35238,35238,4\n");
      const ran = runOasis("parity", "--times", file, "--fast");
      expect(ran.status).toBe(0);
      const report: Report = JSON.parse(ran.stdout);
      expect(report.times).toMatchObject({ kind: "table", file: "times.csv", pairs_by_road: 1 });
      expect(report.times.share_by_road).toBeCloseTo(1 / report.times.pairs, 15);
      for (const { held_out_by_class: classes, held_out } of report.models) {
        expect(classes["times-by-road"].n + classes["times-estimated"].n).toBe(held_out.n);
      }
    },
    240_000,
  );

  it.each(
    sampleOf([
      [["parity", "--profession", "vet"], "unknown-profession"],
      [["parity", "--year", "1999"], "unknown-series"],
      [["parity", "--times", "no-such.csv"], "no-such.csv, problem no such file"],
      [["parity", "--road", "package.json"], "not a road file"],
      [["parity", "--times", "a.csv", "--road", "b.road"], "--times, --road"],
      [["parity", "--seed", "x"], "--seed"],
    ]),
  )("refuses %j with one reason and exit 2", (args, reason) => {
    const ran = runOasis(...args);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(reason);
  });
});
