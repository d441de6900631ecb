import fc from "fast-check";
import { PROFESSIONS } from "../../../src/core/professions.ts";
import { type Change, LEAVING_AGES } from "../../../src/core/scenario/change.ts";

/** Six communes, so that changes meet. */
export const COMMUNES = ["22001", "22002", "2A003", "35001", "35002", "35003"] as const;

const commune = fc.constantFrom(...COMMUNES);
const quantity = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.05, max: 40, noNaN: true }));
const share = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true }));
const staff = fc.record({ profession: fc.constantFrom(...PROFESSIONS), fte: quantity });
const opening = fc.record({
  staff: fc.uniqueArray(staff, { minLength: 1, maxLength: 3, selector: ({ profession }) => profession }),
  days: fc.constantFrom(0.5, 1, 2.5, 5, 6, 7),
});
const communes = fc.uniqueArray(commune, { minLength: 1, maxLength: 3 });

/** A change of any kind; `id` and `centre` are drawn from few. */
export const anyChange: fc.Arbitrary<Change> = fc
  .record({ id: fc.constantFrom("a", "b", "c", "d"), centre: fc.constantFrom("X", "Y"), commune })
  .chain(({ id, centre, commune: code }) => {
    const at = { id: fc.constant(id), commune: fc.constant(code) };
    const named = { ...at, centre: fc.constant(centre) };
    const of = <K extends Change["kind"]>(kind: K) => fc.constant(kind);
    return fc.oneof<fc.Arbitrary<Change>[]>(
      fc.record({ kind: of("open-centre"), ...named, to: opening }),
      fc.record({ kind: of("resize-centre"), ...named, from: opening, to: opening }),
      fc.record({ kind: of("close-centre"), ...named, from: opening }),
      fc.record({ kind: of("departure"), ...at, profession: fc.constantFrom(...PROFESSIONS), fte: quantity }),
      fc.record({ kind: of("departure-by-age"), id: at.id, upTo: fc.constantFrom(...LEAVING_AGES) }),
      fc.record({
        kind: of("mobile-unit"),
        id: at.id,
        stops: fc.array(fc.record({ commune, halfDays: quantity, consultations: quantity }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      fc.record({ kind: of("teleconsultation"), ...at, consultations: quantity, excluded: share }),
      fc.record({
        kind: of("transport-line"),
        id: at.id,
        communes,
        destinations: communes,
        minutes: fc.integer({ min: 0, max: 60 }),
        share,
      }),
      fc
        .record({ id: at.id, moves: fc.uniqueArray(commune, { minLength: 2, maxLength: 2 }), staff })
        .map(({ id: own, moves, staff: moved }) => ({
          kind: "displaced-staff" as const,
          id: own,
          from: moves[0],
          to: moves[1],
          ...moved,
        })),
    );
  });

/** A list that can be applied: ids and subjects once each. */
export const anyChanges: fc.Arbitrary<readonly Change[]> = fc.array(anyChange, { maxLength: 5 }).map(keepFirst);

function keepFirst(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return changes.filter((change) => {
    const subject =
      "centre" in change ? `centre ${change.centre}` : change.kind === "departure-by-age" ? change.kind : "";
    const isNew = !seen.has(`id ${change.id}`) && (subject === "" || !seen.has(subject));
    if (isNew) {
      seen.add(`id ${change.id}`);
      if (subject !== "") seen.add(subject);
    }
    return isNew;
  });
}
