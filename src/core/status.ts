/** Why a cell holds what it holds. Missing, secret and unreachable are never drawn, summed or exported as zero. */
export const STATUSES = ["value", "missing", "secret", "unreachable"] as const;

export type Status = (typeof STATUSES)[number];

/** Position of each status in a status column (Uint8Array). */
export const STATUS_CODE = { value: 0, missing: 1, secret: 2, unreachable: 3 } as const satisfies Record<
  Status,
  number
>;
