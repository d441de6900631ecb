import { queryOptions } from "@tanstack/react-query";
import dentist2024 from "../../data/rules/dentist-2024.json" with { type: "json" };
import gp2017 from "../../data/rules/gp-2017.json" with { type: "json" };
import gp2021 from "../../data/rules/gp-2021.json" with { type: "json" };
import gp2025 from "../../data/rules/gp-2025.json" with { type: "json" };
import midwife2019 from "../../data/rules/midwife-2019.json" with { type: "json" };
import nurse2020 from "../../data/rules/nurse-2020.json" with { type: "json" };
import physio2018 from "../../data/rules/physio-2018.json" with { type: "json" };
import type { Profession } from "../core/professions.ts";
import { formatTerritory } from "../core/territory.ts";
import { readRule, type ZoningRule } from "../core/zoning/rule.ts";
import type { ZoningAnswer, ZoningDecision, ZoningQuestion } from "../engine/zone-territory.ts";
import type { EngineClient } from "../worker/client.ts";
import type { CallOptions } from "../worker/rpc.ts";

/** Every dated rule of the pack, as its file was checked. */
export const ZONING_RULES: readonly ZoningRule[] = [
  gp2017,
  gp2021,
  gp2025,
  physio2018,
  midwife2019,
  nurse2020,
  dentist2024,
].map((json) => readRule(json, `data/rules/${json.id}.json`));

/** Rules of a profession, latest first. */
export function rulesOf(profession: Profession): readonly ZoningRule[] {
  return ZONING_RULES.filter((rule) => rule.profession === profession).sort((a, b) => (a.from < b.from ? 1 : -1));
}

/** The rule asked if it is of this profession, else its latest that has figures. */
export function chosenRule(profession: Profession, id: string | null): ZoningRule {
  const rules = rulesOf(profession);
  const found = rules.find((rule) => rule.id === id) ?? rules.find(({ method }) => method !== "unpublished");
  if (!found) throw new Error(`no zoning rule of ${profession}`);
  return found;
}

/** Decisions as in the address: `bv:35360=zac~com:35238=zip`. */
export function parseDecisions(text: string): readonly ZoningDecision[] {
  return text === ""
    ? []
    : text.split("~").map((part) => {
        const [area, state] = part.split("=");
        return { area, state };
      });
}

/** Decides one area otherwise, or (null) no longer. */
export function withDecision(text: string, area: string, state: string | null): string {
  const others = parseDecisions(text).filter((one) => one.area !== area);
  return (state === null ? others : [...others, { area, state }]).map((one) => `${one.area}=${one.state}`).join("~");
}

export function zoningQuery(
  engine: () => EngineClient,
  question: ZoningQuestion,
  onProgress?: CallOptions["onProgress"],
) {
  const { territory, rule, year, decisions } = question;
  return queryOptions<ZoningAnswer>({
    queryKey: ["zoning", formatTerritory(territory), rule.id, year, decisions],
    queryFn: ({ signal }) => engine().call("simulateZoning", question, { signal, onProgress }),
    enabled: rule.method !== "unpublished",
  });
}

export type { GaugeReading } from "../core/zoning/gauges.ts";
export type { ZoningAnswer } from "../engine/zone-territory.ts";
