import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../src/core/scenario/change.ts";
import {
  checkDraft,
  draftOf,
  KINDS,
  listStops,
  nextStop,
  startDraft,
  withoutStop,
} from "../../../src/ui/scenario/change-draft.ts";
import { anyChanges } from "../../core/scenario/draw-changes.ts";

const centre = {
  ...startDraft("open-centre", "o", "gp"),
  values: { centre: "Maison", commune: "35238", "to.days": "3" },
};
const fill = (values: Record<string, string>) => ({ ...centre, values: { ...centre.values, ...values } });

describe("the form of a change", () => {
  it("gives back any change it was filled with", () => {
    fc.assert(
      fc.property(anyChanges, (changes: readonly Change[]) => {
        changes.forEach((change, k) => {
          const others = changes.filter((_, other) => other !== k);
          const { change: read, faults } = checkDraft(draftOf(change), others);
          expect([...faults]).toEqual([]);
          expect(read).toEqual(sortStaff(change));
        });
      }),
      { seed: 7 },
    );
  });

  it("reads commas, and several professions in one centre", () => {
    const { change } = checkDraft(fill({ "to.staff.gp": "2,5", "to.staff.nurse": " 1.5 " }), []);
    expect(change).toEqual({
      kind: "open-centre",
      id: "o",
      centre: "Maison",
      commune: "35238",
      to: {
        staff: [
          { profession: "gp", fte: 2.5 },
          { profession: "nurse", fte: 1.5 },
        ],
        days: 3,
      },
    });
  });

  it("names the field of each fault", () => {
    const faults = (draft: Parameters<typeof checkDraft>[0], others: readonly Change[] = []) =>
      [...checkDraft(draft, others).faults.keys()].sort();
    expect(faults(fill({}))).toEqual(["to.staff"]);
    expect(faults(fill({ "to.staff.gp": "1", "to.staff.nurse": "beaucoup", "to.days": "8" }))).toEqual([
      "to.days",
      "to.staff.nurse",
    ]);
    const there = checkDraft(fill({ "to.staff.gp": "1" }), []).change as Change;
    expect(faults({ ...fill({ "to.staff.gp": "1" }), id: "p" }, [there])).toEqual(["centre"]);
    expect(faults(startDraft("displaced-staff", "d", "gp"))).toEqual(["from", "fte", "to"].sort());
    expect(faults(startDraft("mobile-unit", "m", "gp"))).toEqual([
      "stops.0.commune",
      "stops.0.consultations",
      "stops.0.halfDays",
    ]);
    expect(
      faults(startDraft("departure-by-age", "b", "gp"), [{ kind: "departure-by-age", id: "a", upTo: 62 }]),
    ).toEqual(["upTo"]);
    expect(faults(startDraft("transport-line", "t", "gp"))).toEqual(["communes", "destinations", "minutes", "share"]);
  });

  it("no kind is complete from the start but the departures by age, whose age has a default", () => {
    const complete = KINDS.filter((kind) => checkDraft(startDraft(kind, "x", "gp"), []).change !== null);
    expect(complete).toEqual(["departure-by-age"]);
  });

  it("a stop taken out leaves the others their names, and one more gets its own", () => {
    const stop = (commune: string) => ({ commune, halfDays: 2, consultations: 10 });
    const draft = draftOf({ kind: "mobile-unit", id: "m", stops: [stop("35001"), stop("35002"), stop("35003")] });
    expect(listStops(draft)).toEqual(["0", "1", "2"]);
    const less = withoutStop(draft, "1");
    expect([listStops(less), nextStop(less)]).toEqual([["0", "2"], "3"]);
    expect(checkDraft(less, []).change).toEqual({
      kind: "mobile-unit",
      id: "m",
      stops: [stop("35001"), stop("35003")],
    });
    const wrong = { ...less, values: { ...less.values, "stops.2.halfDays": "beaucoup" } };
    expect([...checkDraft(wrong, []).faults.keys()]).toEqual(["stops.2.halfDays"]);
  });
});

/** The form lists professions in one order. */
function sortStaff(change: Change): unknown {
  return JSON.parse(JSON.stringify(change), (key, value) =>
    key === "staff"
      ? value.toSorted((a: { profession: string }, b: { profession: string }) => rank(a) - rank(b))
      : value,
  );
}

function rank({ profession }: { readonly profession: string }): number {
  return ["gp", "nurse", "physio", "midwife", "dentist"].indexOf(profession);
}
