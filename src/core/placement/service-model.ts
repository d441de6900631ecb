/**
 * Minimise Σ_i min(cap_i, least cost_ij over open j), opening `count` sites: p-median with a price on not being served.
 * Coverage is the same problem with costs 0 within the radius and the people as cap. Sites already decided are in the caps.
 */
export interface ServiceModel {
  readonly rows: number;
  readonly sites: number;
  /** Sites to open, at most `sites`. */
  readonly count: number;
  /** CSR by row, ascending cost; only pairs that cost less than the row's cap. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly costs: Float64Array;
  /** What a row costs when no listed site is open. */
  readonly caps: Float64Array;
  /** How much a row counts: prices of heavier rows move by more. */
  readonly weights: Float64Array;
  /** Candidate of each site. */
  readonly ids: Uint32Array;
  /** Candidates decided to be open, not among the sites. */
  readonly decided: readonly number[];
  /** Added to every value: rows that nothing can change. */
  readonly base: number;
  /** The same pairs by site, rows ascending within a site. */
  readonly columns: Columns;
}

export interface Columns {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  readonly costs: Float64Array;
}

export type ServiceRows = Omit<ServiceModel, "columns">;

export function withColumns(model: ServiceRows): ServiceModel {
  return { ...model, columns: columnsOf(model) };
}

/** The pairs of rows by site. */
export function columnsOf(model: Pick<ServiceRows, "rows" | "sites" | "offsets" | "targets" | "costs">): Columns {
  const offsets = new Uint32Array(model.sites + 1);
  for (const site of model.targets) offsets[site + 1]++;
  for (let j = 0; j < model.sites; j++) offsets[j + 1] += offsets[j];
  const next = offsets.slice();
  const rows = new Uint32Array(model.targets.length);
  const costs = new Float64Array(model.targets.length);
  for (let i = 0; i < model.rows; i++) {
    for (let k = model.offsets[i]; k < model.offsets[i + 1]; k++) {
      const at = next[model.targets[k]]++;
      rows[at] = i;
      costs[at] = model.costs[k];
    }
  }
  return { offsets, rows, costs };
}

/** A smaller model of the same problem, and the row of the larger one that each of its rows was. */
export interface Restricted {
  readonly model: ServiceModel;
  readonly rowOf: Uint32Array;
}

/**
 * The model once some sites are decided: `keep` says, per site, whether it stays free (1), is closed (0) or open (2). Open
 * ones lower the caps; pairs that cost no less than the cap go, and with them rows that nothing can change.
 */
export function restrict(model: ServiceModel, keep: Uint8Array): Restricted {
  const caps = model.caps.slice();
  const place = new Int32Array(model.sites).fill(-1);
  const ids: number[] = [];
  const decided = [...model.decided];
  for (let j = 0; j < model.sites; j++) {
    if (keep[j] === 1) place[j] = ids.push(model.ids[j]) - 1;
    else if (keep[j] === 2) {
      decided.push(model.ids[j]);
      const { offsets, rows, costs } = model.columns;
      for (let k = offsets[j]; k < offsets[j + 1]; k++) caps[rows[k]] = Math.min(caps[rows[k]], costs[k]);
    }
  }
  let pairs = 0;
  forEachKept(model, caps, place, () => pairs++);
  const targets = new Uint32Array(pairs);
  const costs = new Float64Array(pairs);
  const starts = [0];
  const rowOf: number[] = [];
  let base = model.base;
  let at = 0;
  const close = (row: number) => {
    if (at === starts[starts.length - 1]) base += caps[row];
    else {
      starts.push(at);
      rowOf.push(row);
    }
  };
  forEachKept(
    model,
    caps,
    place,
    (k) => {
      targets[at] = place[model.targets[k]];
      costs[at++] = model.costs[k];
    },
    close,
  );
  const restricted = withColumns({
    rows: rowOf.length,
    sites: ids.length,
    count: model.count - (decided.length - model.decided.length),
    offsets: Uint32Array.from(starts),
    targets,
    costs,
    caps: Float64Array.from(rowOf, (row) => caps[row]),
    weights: Float64Array.from(rowOf, (row) => model.weights[row]),
    ids: Uint32Array.from(ids),
    decided,
    base,
  });
  return { model: restricted, rowOf: Uint32Array.from(rowOf) };
}

function forEachKept(
  { rows, offsets, targets, costs }: ServiceModel,
  caps: Float64Array,
  place: Int32Array,
  take: (pair: number) => void,
  close?: (row: number) => void,
): void {
  for (let i = 0; i < rows; i++) {
    for (let k = offsets[i]; k < offsets[i + 1] && costs[k] < caps[i]; k++) if (place[targets[k]] >= 0) take(k);
    close?.(i);
  }
}
