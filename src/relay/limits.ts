/** What a relay bounds; said by `/v1/info`. */
export const LIMITS = {
  batchBytes: 1024 * 1024,
  batch: 200,
  page: 1000,
  recordsAtOnce: 2000,
  recordsPerHour: 20_000,
  reportsPerDay: 20,
  /** Of everybody together: what is more is an attack. */
  allReportsPerDay: 5000,
  listeners: 5000,
  vouchersPerHour: 200,
  proofsPerHour: 2000,
  /** A workshop behind one connection is many people. */
  linksPerHour: 60,
  /** To one person, however their address is written. */
  linksPerPersonDay: 3,
  linksPerDomainHour: 300,
  allLinksPerHour: 1000,
  linkSeconds: 3600,
  signInSeconds: 600,
  intakePage: 200,
  issuances: 400,
  readyMilliseconds: 2000,
} as const;
