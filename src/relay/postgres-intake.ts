import type { PoolClient } from "pg";
import type { IntakeStore } from "./intake-store.ts";
import { toNotice, toReport } from "./row.ts";

export type Queryable = Pick<PoolClient, "query">;

/** Reports and notices: beside the log, never in it. */
export function createPostgresIntake(on: Queryable, clean: () => void): IntakeStore {
  const run = async (sql: string, ...values: readonly unknown[]) => (await on.query(sql, [...values])).rowCount ?? 0;
  const all = async (sql: string, ...values: readonly unknown[]) => (await on.query(sql, [...values])).rows;
  return {
    saveReport: async ({ id, space, scope, withdrawal, day, payload }) => {
      const into = "insert into report (id, space, scope, withdrawal, day, payload) values ($1, $2, $3, $4, $5, $6)";
      await run(`${into} on conflict do nothing`, id, space, scope, withdrawal, day, payload);
    },
    reports: async (space, after, limit) =>
      (
        await all(
          'select * from report where space = $1 and id > $2 collate "C" order by id collate "C" limit $3',
          ...[space, after, limit],
        )
      ).map(toReport),
    report: async (id) => (await all("select * from report where id = $1", id)).map(toReport)[0] ?? null,
    closeReport: async (id, from, { state, reason, day, closer }) =>
      (await run(
        "update report set state = $1, reason = $2, closed = $3, closer = $4 where id = $5 and state = $6",
        ...[state, reason, day, closer, id, from],
      )) > 0,
    appealReport: async (id, from, appeal) =>
      (await run("update report set state = 'appealed', appeal = $1 where id = $2 and state = $3", appeal, id, from)) >
      0,
    withdrawReport: async (id, withdrawal) => {
      const changes = await run("delete from report where id = $1 and withdrawal = $2", id, withdrawal);
      if (changes > 0) clean();
      return changes > 0;
    },
    trimReports: async (before, trim) => {
      let changes = 0;
      for (const { id, payload } of await all("select id, payload from report where day < $1", before)) {
        const trimmed = trim(payload);
        if (trimmed !== payload) changes += await run("update report set payload = $1 where id = $2", trimmed, id);
      }
      const answered = "update report set appeal = null where day < $1 and state <> 'appealed' and appeal is not null";
      changes += await run(answered, before);
      if (changes > 0) clean();
    },
    expireReports: async (received, closed) => {
      const old = "delete from report where day < $1 or (state in ('rejected', 'duplicate') and closed < $2)";
      const deleted = (await run(old, received, closed)) + (await run("delete from notice where day < $1", received));
      if (deleted > 0) clean();
    },
    publishedReports: async (space, from, to) =>
      (
        await all(
          "select * from report where space = $1 and state = 'published' and day >= $2 and day < $3",
          ...[space, from, to],
        )
      ).map(toReport),
    release: async (space, month) =>
      (await all("select told from release where space = $1 and month = $2", space, month))[0]?.told ?? null,
    saveRelease: async (space, month, told) => {
      await run("insert into release values ($1, $2, $3) on conflict do nothing", space, month, told);
      return (await all("select told from release where space = $1 and month = $2", space, month))[0].told;
    },
    saveNotice: async ({ id, space, day, payload }) => {
      await run("insert into notice values ($1, $2, $3, $4)", id, space, day, payload);
    },
    notices: async (space, after, limit) =>
      (
        await all(
          'select * from notice where space = $1 and id > $2 collate "C" order by id collate "C" limit $3',
          ...[space, after, limit],
        )
      ).map(toNotice),
  };
}
