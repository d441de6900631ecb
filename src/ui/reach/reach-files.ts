import type { Reach, ReachAnswer } from "../../app/answers.ts";
import { ESTIMATE } from "../../core/travel/estimate.ts";
import type { ReachOverlay } from "../../map/reach-overlay.ts";

const KINDS = ["gp", "nurse", "physio", "midwife", "dentist", "pharmacy", "emergency", "franceServices"] as const;

const HEADER = [
  ...["code", "name", "minutes", "band", "times", "population_2022", "gp", "nurse", "physio", "midwife", "dentist"],
  ...["pharmacy", "emergency", "france_services"],
];

/** A row per commune in reach, nearest first, at full precision. Care: places of practice and facilities, BPE 2024. */
export function writeReachCsv(answer: ReachAnswer): string {
  const rows = answer.codes.map((code, i) => {
    const band = answer.bands.find(({ minutes }) => answer.minutes[i] <= minutes);
    return [
      code,
      quote(answer.names[i]),
      answer.minutes[i],
      band?.minutes ?? "",
      answer.isBrought[i] === 1 ? "road" : "estimate",
      Number.isNaN(answer.people[i]) ? "" : answer.people[i],
      ...KINDS.map((kind) => answer.counts[kind][i]),
    ].join(",");
  });
  return `${[HEADER.join(","), ...rows].join("\n")}\n`;
}

/** The outlines with what is within each, then the point they start from (RFC 7946). */
export function writeReachGeojson({ answer, roadReach }: Reach, areas: ReachOverlay["areas"]): string {
  const { origin } = answer.question;
  const times = roadReach
    ? { times: "road", source: "© OpenStreetMap contributors, ODbL" }
    : { times: "estimate", estimate: ESTIMATE.form, a: ESTIMATE.a, b: ESTIMATE.b, c: ESTIMATE.c };
  const features = areas.features.map((feature) => {
    const { minutes } = feature.properties;
    const band = answer.bands.find((one) => one.minutes === minutes);
    const margin = roadReach?.bands.find((one) => one.minutes === minutes)?.margin;
    const counted = band && {
      communes: band.communes,
      population_2022: band.people,
      communes_by_brought_times: band.brought,
      ...band.counts,
    };
    const properties = { minutes, ...times, ...(margin === undefined ? {} : { metres_from_road: margin }), ...counted };
    return { ...feature, properties };
  });
  const start = {
    type: "Feature",
    properties: { origin: true, commune: answer.home.code, name: answer.home.name },
    geometry: { type: "Point", coordinates: [origin.lon, origin.lat] },
  };
  return `${JSON.stringify({ type: "FeatureCollection", features: [...features, start] })}\n`;
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
