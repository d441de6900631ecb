import { ACCESS_METHODS, type AccessMethod } from "../core/access/compute-access.ts";
import { BINS } from "../core/access/decay.ts";
import { formatDecay, parseDecay } from "../core/access/decay-text.ts";
import { type AccessModel, DEMANDS, MODEL_LIMITS, modelOf } from "../core/access/model.ts";
import { FailureError } from "../core/failure.ts";
import type { Profession } from "../core/professions.ts";

/** Names a model's parts go by in addresses. */
export const MODEL_NAMES = ["method", "decay", "max", "bins", "need", "activity", "rank"] as const;
type ModelName = (typeof MODEL_NAMES)[number];

const AUTO = "auto";

/** One part of a model read from text. Throws `bad-input` on what is not within MODEL_LIMITS or not known. */
export function readModelPart(model: AccessModel, name: ModelName, text: string): AccessModel {
  switch (name) {
    case "method":
      return { ...model, method: oneOf(Object.keys(ACCESS_METHODS) as AccessMethod[], name, text) };
    case "decay":
      return { ...model, decay: parseDecay(text, model.maxMinutes) };
    case "max":
      return { ...model, maxMinutes: numberWithin(MODEL_LIMITS.maxMinutes, name, text) };
    case "bins":
      return { ...model, bins: oneOf(BINS, name, text) };
    case "need":
      return { ...model, demand: oneOf(DEMANDS, name, text) };
    case "activity":
      return { ...model, perPlace: text === AUTO ? null : numberWithin(MODEL_LIMITS.perPlace, name, text) };
    case "rank": {
      const rank = numberWithin(MODEL_LIMITS.rank, name, text);
      if (!Number.isInteger(rank)) throw new FailureError("bad-input", { name, text });
      return { ...model, rank };
    }
  }
}

/** Parts of a model that differ from the profession's own; `readModelPart` reads each back. */
export function formatModel(model: AccessModel | null, profession: Profession): readonly [ModelName, string][] {
  if (!model) return [];
  const own = writeParts(modelOf(profession));
  const parts = writeParts(model);
  return MODEL_NAMES.flatMap((name): [ModelName, string][] => (parts[name] === own[name] ? [] : [[name, parts[name]]]));
}

/** The model, or null where it is the profession's own. */
export function ownOrChanged(model: AccessModel, profession: Profession): AccessModel | null {
  return formatModel(model, profession).length === 0 ? null : model;
}

function writeParts({ method, decay, maxMinutes, bins, demand, perPlace, rank }: AccessModel) {
  return {
    method,
    decay: formatDecay(decay),
    max: String(maxMinutes),
    bins,
    need: demand,
    activity: perPlace === null ? AUTO : String(perPlace),
    rank: String(rank),
  } satisfies Record<ModelName, string>;
}

function numberWithin([least, most]: readonly [number, number], name: string, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= least && value <= most)) throw new FailureError("bad-input", { name, text });
  return value;
}

function oneOf<T extends string>(options: readonly T[], name: string, text: string): T {
  const found = options.find((option) => option === text);
  if (found === undefined) throw new FailureError("bad-input", { name, text });
  return found;
}
