import type { Queryable } from "./postgres-intake.ts";
import { toLink, toSignIn, toVoiceCount } from "./row.ts";
import type { VerificationStore } from "./verification-store.ts";

/** Codes, links, sign-ins and nullifiers: beside the log, never in it. */
export function createPostgresVerification(on: Queryable, clean: () => void): VerificationStore {
  const run = async (sql: string, ...values: readonly unknown[]) => (await on.query(sql, [...values])).rowCount ?? 0;
  const all = async (sql: string, ...values: readonly unknown[]) => (await on.query(sql, [...values])).rows;
  return {
    saveCodes: async (hashes, day) => {
      await run("insert into code select unnest($1::text[]), $2", hashes, day);
    },
    hasCode: async (hash) => (await all("select 1 from code where hash = $1", hash)).length > 0,
    saveLink: async (link, since, most) => {
      const { hash, level, recipient, space, ballot, subject, nullifier, source, made, expires } = link;
      const into = `insert into link (hash, level, recipient, space, ballot, subject, nullifier, source, made, expires)
        select $1, $2, $3::text, $4, $5, $6, $7, $8, $9::bigint, $10::bigint
        where (select count(*) from link where recipient = $3::text and made > $11::bigint) < $12::bigint`;
      const values = [hash, level, recipient, space, ballot, subject, nullifier, source, made, expires];
      return (await run(into, ...values, since, most)) > 0;
    },
    links: async (ballot, subject) =>
      (await all("select * from link where ballot = $1 and subject = $2", ballot, subject)).map(toLink),
    useLink: async (hash) => (await run("update link set used = 1 where hash = $1 and used = 0", hash)) > 0,
    saveSignIn: async ({ state, space, ballot, target, subject, expires }) => {
      const into = "insert into sign_in values ($1, $2, $3, $4, $5, $6)";
      await run(into, state, space, ballot, target, subject, expires);
    },
    takeSignIn: async (state) =>
      (await all("delete from sign_in where state = $1 returning *", state)).map(toSignIn)[0] ?? null,
    expireLinks: async (made, hour) => {
      const deleted =
        (await run("delete from link where made < $1", made)) +
        (await run("delete from sign_in where expires < $1", made));
      await run(`update issued set source = '' where hour < $1 collate "C" and source <> ''`, hour);
      if (deleted > 0) clean();
    },
    takeNullifier: async ({ nullifier, ballot, subject, level, source, hour }) => {
      const into = `with taken as (
          insert into nullifier values ($1, $2, $3) on conflict do nothing returning nullifier)
        insert into issued select nullifier, $4, $5, $6 from taken`;
      await run(into, nullifier, ballot, subject, level, source, hour);
      return (await all("select subject from nullifier where nullifier = $1", nullifier))[0].subject;
    },
    countVouchers: async (ballot) => {
      const count =
        "select (select count(*) from code) as codes, (select count(*) from nullifier where ballot = $1) as vouchers";
      const [{ codes, vouchers }] = await all(count, ballot);
      return { codes: Number(codes), vouchers: Number(vouchers) };
    },
    countVoices: async (space) =>
      (
        await all(
          `select n.ballot, coalesce(i.level, 'L3') as level, coalesce(i.hour, '') as hour,
             coalesce(i.source, '') as source, count(*) as count
           from nullifier n join log l on l.id = n.ballot left join issued i on i.nullifier = n.nullifier
           where l.space = $1 group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
          space,
        )
      ).map(toVoiceCount),
  };
}
