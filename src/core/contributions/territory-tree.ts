/** Which territories lie in which, of one release of the official codes: communes merge every first of January. */
export interface TerritoryTree {
  readonly release: string;
  /** The territories a scope lies directly in: `com:35360` → `dep:35`, `epci:243500139`. The country needs no mention. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

/** Whether `outer` is `inner` or holds it. A scope the tree does not know lies in itself and in the country alone. */
export function covers(tree: TerritoryTree, outer: string, inner: string): boolean {
  if (outer === "fr" || outer === inner) return true;
  const seen = new Set([inner]);
  for (const scope of seen) {
    for (const parent of tree.parents.get(scope) ?? []) {
      if (parent === outer) return true;
      seen.add(parent);
    }
  }
  return false;
}
