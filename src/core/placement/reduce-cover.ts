/** Which sites serve each row (CSR, `targets` ascending within a row): every row needs one of its sites open. */
export interface CoverRows {
  readonly rows: number;
  readonly sites: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

/** What is left of a covering once what decides itself is decided; positions are those of the covering reduced. */
export interface ReducedCover {
  /** Sites that some cover of fewest sites opens. */
  readonly decided: readonly number[];
  /** Rows and sites left, renumbered. */
  readonly left: CoverRows;
  readonly rowOf: Uint32Array;
  readonly siteOf: Uint32Array;
}

/**
 * Reductions of set covering (Toregas & ReVelle 1973; Beasley 1987), until none applies: a row all of whose sites serve another
 * row goes without saying, a site that serves nothing another site does not serve too is of no use, the only site of a row
 * is open. Some cover of fewest sites survives. null: a row has no site.
 */
export function reduceCover(cover: CoverRows): ReducedCover | null {
  const decided: number[] = [];
  const hasRow = new Uint8Array(cover.rows).fill(1);
  const hasSite = new Uint8Array(cover.sites).fill(1);
  let sitesOf = listSets(cover.rows, cover.offsets, cover.targets);
  for (;;) {
    sitesOf = sitesOf.map((sites, i) => (hasRow[i] === 1 ? sites.filter((j) => hasSite[j] === 1) : NONE));
    for (let i = 0; i < cover.rows; i++) {
      if (hasRow[i] === 0) continue;
      if (sitesOf[i].length === 0) return null;
      if (sitesOf[i].length > 1 || hasSite[sitesOf[i][0]] === 0) continue;
      const only = sitesOf[i][0];
      decided.push(only);
      hasSite[only] = 0;
      for (let k = 0; k < cover.rows; k++) if (hasRow[k] === 1 && sitesOf[k].includes(only)) hasRow[k] = 0;
    }
    let rowsOf = transpose(sitesOf, hasRow, cover.sites);
    const rowsGone = dropSupersets(sitesOf, rowsOf, hasRow);
    if (rowsGone > 0) rowsOf = transpose(sitesOf, hasRow, cover.sites);
    for (let j = 0; j < cover.sites; j++) if (rowsOf[j].length === 0) hasSite[j] = 0;
    const sitesGone = dropSubsets(rowsOf, sitesOf, hasSite);
    if (sitesGone === 0) return { decided, ...renumber(cover, sitesOf, hasRow, hasSite) };
  }
}

const NONE = new Uint32Array(0);

function listSets(count: number, offsets: Uint32Array, targets: Uint32Array): Uint32Array[] {
  return Array.from({ length: count }, (_, i) => targets.slice(offsets[i], offsets[i + 1]).sort());
}

function transpose(sets: readonly Uint32Array[], has: Uint8Array, count: number): Uint32Array[] {
  const sizes = new Uint32Array(count);
  sets.forEach((set, i) => {
    if (has[i] === 1) for (const j of set) sizes[j]++;
  });
  const turned = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  sets.forEach((set, i) => {
    if (has[i] === 1) for (const j of set) turned[j][sizes[j]++] = i;
  });
  return turned;
}

/** Rows that hold all the sites of another: only rows of its rarest site can. */
function dropSupersets(sets: readonly Uint32Array[], turned: readonly Uint32Array[], has: Uint8Array): number {
  let gone = 0;
  for (let i = 0; i < sets.length; i++) {
    if (has[i] === 0) continue;
    const rarest = sets[i].reduce((best, j) => (turned[j].length < turned[best].length ? j : best), sets[i][0]);
    for (const k of turned[rarest]) {
      if (k === i || has[k] === 0 || sets[k].length < sets[i].length || !isSubset(sets[i], sets[k])) continue;
      has[k] = 0;
      gone++;
    }
  }
  return gone;
}

/** Sites whose rows another serves too: the other serves the one of them that fewest sites serve. */
function dropSubsets(sets: readonly Uint32Array[], turned: readonly Uint32Array[], has: Uint8Array): number {
  let gone = 0;
  for (let j = 0; j < sets.length; j++) {
    if (has[j] === 0) continue;
    const rarest = sets[j].reduce((best, i) => (turned[i].length < turned[best].length ? i : best), sets[j][0]);
    for (const other of turned[rarest]) {
      if (other === j || has[other] === 0 || sets[other].length < sets[j].length) continue;
      if (!isSubset(sets[j], sets[other])) continue;
      has[j] = 0;
      gone++;
      break;
    }
  }
  return gone;
}

function isSubset(few: Uint32Array, many: Uint32Array): boolean {
  for (let a = 0, b = 0; a < few.length; a++, b++) {
    while (b < many.length && many[b] < few[a]) b++;
    if (b === many.length || many[b] !== few[a]) return false;
  }
  return true;
}

function renumber(cover: CoverRows, sitesOf: readonly Uint32Array[], hasRow: Uint8Array, hasSite: Uint8Array) {
  const siteOf = Uint32Array.from(hasSite.keys()).filter((j) => hasSite[j] === 1);
  const rowOf = Uint32Array.from(hasRow.keys()).filter((i) => hasRow[i] === 1);
  const place = new Int32Array(cover.sites).fill(-1);
  siteOf.forEach((j, at) => {
    place[j] = at;
  });
  const offsets = new Uint32Array(rowOf.length + 1);
  const kept = Array.from(rowOf, (i) => sitesOf[i].filter((j) => place[j] >= 0));
  kept.forEach((sites, at) => {
    offsets[at + 1] = offsets[at] + sites.length;
  });
  const targets = new Uint32Array(offsets[rowOf.length]);
  kept.forEach((sites, at) => {
    targets.set(
      sites.map((j) => place[j]),
      offsets[at],
    );
  });
  return { rowOf, siteOf, left: { rows: rowOf.length, sites: siteOf.length, offsets, targets } };
}
