import { FailureError } from "../failure.ts";
import { isProfession, PROFESSIONS, type Profession } from "../professions.ts";

/** One profession of a site. */
export interface StaffShare {
  readonly profession: Profession;
  /** Full-time equivalents of one site, 0 or more. */
  readonly fte: number;
  /** How much its shortfall counts beside those of the others, 0 or more: a moral choice, whoever asks makes it. */
  readonly importance: number;
  /** What one full-time equivalent costs, where its price is its own; null: as any other. */
  readonly cost: number | null;
}

/**
 * Reads `gp:2,nurse:1.5:0.5:60`: profession, full-time equivalents, importance (1 by default), cost of one. Professions come
 * in the order of the list, whatever theirs in the text. Throws `bad-input` naming `name`.
 */
export function parseStaff(text: string, name: string): readonly StaffShare[] {
  const parts = text.split(",").filter((part) => part !== "");
  const fault = () => new FailureError("bad-input", { name, text, expected: "profession:fte[:importance[:cost]], …" });
  const shares = parts.map((part): StaffShare => {
    const [profession, fte, importance = "1", cost, ...rest] = part.split(":");
    const numbers = [fte, importance, cost ?? "0"];
    if (!isProfession(profession) || rest.length > 0 || !numbers.every((n) => /^\d+(\.\d+)?$/.test(n ?? "")))
      throw fault();
    return {
      profession,
      fte: Number(fte),
      importance: Number(importance),
      cost: cost === undefined ? null : Number(cost),
    };
  });
  if (new Set(shares.map(({ profession }) => profession)).size < shares.length) throw fault();
  return PROFESSIONS.flatMap((profession) => shares.filter((share) => share.profession === profession));
}

/** As `parseStaff` reads it. */
export function formatStaff(staff: readonly StaffShare[]): string {
  return staff
    .map(({ profession, fte, importance, cost }) =>
      cost === null
        ? `${profession}:${fte}${importance === 1 ? "" : `:${importance}`}`
        : `${profession}:${fte}:${importance}:${cost}`,
    )
    .join(",");
}

/** Full-time equivalents of a profession at a site; 0 when it is not there. */
export function fteOf(staff: readonly StaffShare[], profession: Profession): number {
  return staff.find((share) => share.profession === profession)?.fte ?? 0;
}
