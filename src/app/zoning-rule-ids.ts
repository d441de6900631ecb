/** Names of the files of `data/rules`: what an address may ask, known before the rules are loaded. */
export const ZONING_RULE_IDS = [
  "gp-2017",
  "gp-2021",
  "gp-2025",
  "physio-2018",
  "midwife-2019",
  "nurse-2020",
  "dentist-2024",
] as const;
