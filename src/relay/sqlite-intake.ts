import type { DatabaseSync } from "node:sqlite";
import type { IntakeStore } from "./intake-store.ts";
import { toNotice, toReport } from "./row.ts";

/** Reports and notices: beside the log, never in it. */
export function createSqliteIntake(db: DatabaseSync, truncate: () => void): IntakeStore {
  const run = (sql: string, ...values: readonly string[]) => Number(db.prepare(sql).run(...values).changes);
  const get = (sql: string, ...values: readonly string[]) => db.prepare(sql).get(...values);
  const all = (sql: string, ...values: readonly (string | number)[]) => db.prepare(sql).all(...values);
  const text = (value: unknown) => (value === undefined || value === null ? null : String(value));
  return {
    saveReport: async ({ id, space, scope, withdrawal, day, payload }) => {
      const into =
        "insert into report (id, space, scope, withdrawal, day, payload) values (?, ?, ?, ?, ?, ?) on conflict do nothing";
      run(into, id, space, scope, withdrawal, day, payload);
    },
    reports: async (space, after, limit) =>
      all("select * from report where space = ? and id > ? order by id limit ?", space, after, limit).map(toReport),
    report: async (id) => {
      const row = get("select * from report where id = ?", id);
      return row === undefined ? null : toReport(row);
    },
    closeReport: async (id, from, { state, reason, day, closer }) =>
      run(
        "update report set state = ?, reason = ?, closed = ?, closer = ? where id = ? and state = ?",
        ...[state, reason, day, closer, id, from],
      ) > 0,
    appealReport: async (id, from, appeal) =>
      run("update report set state = 'appealed', appeal = ? where id = ? and state = ?", appeal, id, from) > 0,
    withdrawReport: async (id, withdrawal) => {
      const changes = run("delete from report where id = ? and withdrawal = ?", id, withdrawal);
      if (changes > 0) truncate();
      return changes > 0;
    },
    trimReports: async (before, trim) => {
      let changes = 0;
      for (const row of all("select id, payload from report where day < ?", before)) {
        const trimmed = trim(String(row.payload));
        if (trimmed !== row.payload)
          changes += run("update report set payload = ? where id = ?", trimmed, String(row.id));
      }
      changes += run(
        "update report set appeal = null where day < ? and state <> 'appealed' and appeal is not null",
        before,
      );
      if (changes > 0) truncate();
    },
    expireReports: async (received, closed) => {
      const old = "delete from report where day < ? or (state in ('rejected', 'duplicate') and closed < ?)";
      const deleted = run(old, received, closed) + run("delete from notice where day < ?", received);
      if (deleted > 0) truncate();
    },
    publishedReports: async (space, from, to) =>
      all(
        "select * from report where space = ? and state = 'published' and day >= ? and day < ?",
        ...[space, from, to],
      ).map(toReport),
    release: async (space, month) =>
      text(get("select told from release where space = ? and month = ?", space, month)?.told),
    saveRelease: async (space, month, told) => {
      run("insert into release values (?, ?, ?) on conflict do nothing", space, month, told);
      return String(get("select told from release where space = ? and month = ?", space, month)?.told);
    },
    saveNotice: async ({ id, space, day, payload }) => {
      run("insert into notice values (?, ?, ?, ?)", id, space, day, payload);
    },
    notices: async (space, after, limit) =>
      all("select * from notice where space = ? and id > ? order by id limit ?", space, after, limit).map(toNotice),
  };
}
