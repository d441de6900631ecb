/** Raised whenever the same file and the same data would give other figures. */
export const SCENARIO_ENGINE = "1";
