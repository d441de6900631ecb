import type { DatabaseSync } from "node:sqlite";
import { toLink, toSignIn, toVoiceCount } from "./row.ts";
import type { VerificationStore } from "./verification-store.ts";

/** Codes, links, sign-ins and nullifiers: beside the log, never in it. */
export function createSqliteVerification(
  db: DatabaseSync,
  inTransaction: (work: () => void) => void,
  truncate: () => void,
): VerificationStore {
  const run = (sql: string, ...values: readonly (string | number)[]) => Number(db.prepare(sql).run(...values).changes);
  const get = (sql: string, ...values: readonly string[]) => db.prepare(sql).get(...values);
  const all = (sql: string, ...values: readonly string[]) => db.prepare(sql).all(...values);
  return {
    saveCodes: async (hashes, day) =>
      inTransaction(() => {
        for (const hash of hashes) run("insert into code values (?, ?)", hash, day);
      }),
    hasCode: async (hash) => get("select 1 from code where hash = ?", hash) !== undefined,
    saveLink: async (link, since, most) => {
      const { hash, level, recipient, space, ballot, subject, nullifier, source, made, expires } = link;
      const into = `insert into link (hash, level, recipient, space, ballot, subject, nullifier, source, made, expires)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where (select count(*) from link where recipient = ? and made > ?) < ?`;
      const values = [hash, level, recipient, space, ballot, subject, nullifier, source, made, expires];
      return run(into, ...values, recipient, since, most) > 0;
    },
    links: async (ballot, subject) =>
      all("select * from link where ballot = ? and subject = ?", ballot, subject).map(toLink),
    useLink: async (hash) => run("update link set used = 1 where hash = ? and used = 0", hash) > 0,
    saveSignIn: async ({ state, space, ballot, target, subject, expires }) => {
      run("insert into sign_in values (?, ?, ?, ?, ?, ?)", state, space, ballot, target, subject, expires);
    },
    takeSignIn: async (state) => {
      const row = get("delete from sign_in where state = ? returning *", state);
      return row === undefined ? null : toSignIn(row);
    },
    expireLinks: async (made, hour) => {
      const deleted = run("delete from link where made < ?", made) + run("delete from sign_in where expires < ?", made);
      const forgotten = run("update issued set source = '' where hour < ? and source <> ''", hour);
      if (deleted + forgotten > 0) truncate();
    },
    takeNullifier: async ({ nullifier, ballot, subject, level, source, hour }) => {
      inTransaction(() => {
        const into = "insert into nullifier values (?, ?, ?) on conflict do nothing";
        if (run(into, nullifier, ballot, subject) > 0)
          run("insert into issued values (?, ?, ?, ?)", nullifier, level, source, hour);
      });
      return String(get("select subject from nullifier where nullifier = ?", nullifier)?.subject);
    },
    countVouchers: async (ballot) => ({
      codes: Number(get("select count(*) as n from code")?.n),
      vouchers: Number(get("select count(*) as n from nullifier where ballot = ?", ballot)?.n),
    }),
    countVoices: async (space) =>
      all(
        `select n.ballot, coalesce(i.level, 'L3') as level, coalesce(i.hour, '') as hour,
           coalesce(i.source, '') as source, count(*) as count
         from nullifier n join log l on l.id = n.ballot left join issued i on i.nullifier = n.nullifier
         where l.space = ? group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
        space,
      ).map(toVoiceCount),
  };
}
