/** Communes of the overseas collectivities bear an official code, but the data hold no outline of them. */
const WITHOUT_OUTLINE = /^(?:97[578]|98[4-9])/;

/** Whether the map can draw the commune or département of that code. */
export function hasOutline({ kind, code }: { readonly kind: string; readonly code: string }): boolean {
  return (kind !== "commune" && kind !== "departement") || !WITHOUT_OUTLINE.test(code);
}
