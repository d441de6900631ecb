import type { GlobalAutocorrelation } from "../engine/find-clusters.ts";

/** The global figures under the names of the contract. */
export function describeMoran(global: GlobalAutocorrelation) {
  if (global.kind === "bivariate") return { i: global.i, p: global.p };
  return {
    i: global.i,
    expected: global.expected,
    var_normality: global.varianceNormality,
    z_normality: global.zNormality,
    var_randomisation: global.varianceRandomisation,
    z_randomisation: global.zRandomisation,
    p: global.p,
  };
}
