import type { ReceivedReport } from "./board.ts";
import type { Desk } from "./desk.ts";

/** Days: a moderator who has not come back by then takes the file again. */
export const DAYS_BROUGHT = 30;
const DAY = 86_400_000;

/** Reports of files, kept for the moderator who asked so: the text until it is treated, what is counted for a month at most. */
export class BroughtReports {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Those of a space, the expired gone for good. */
  async list(space: string): Promise<readonly ReceivedReport[]> {
    const kept = await this.#desk.store.listOf("brought", space);
    const oldest = this.#desk.means.now().getTime() - DAYS_BROUGHT * DAY;
    const expired = kept.filter(({ at }) => !(Date.parse(at) >= oldest)).map(({ id }) => id);
    await this.#remove(space, expired);
    return kept.filter(({ id }) => !expired.includes(id)).map(({ report }) => report as ReceivedReport);
  }

  /** Keeps what is to be read, and of what counts all but the text; forgets what was set aside. */
  async keep(space: string, reports: readonly ReceivedReport[]): Promise<void> {
    const known = new Map((await this.#desk.store.listOf("brought", space)).map(({ id, at }) => [id, at]));
    const now = this.#desk.means.now().toISOString();
    const [kept, gone] = [reports.filter(isKept), reports.filter((report) => !isKept(report))];
    const put = kept.map((report) => {
      const { id } = report;
      return {
        space,
        id,
        at: known.get(id) ?? now,
        report: report.state === "published" ? withoutText(report) : report,
      };
    });
    const remove = gone.map(({ id }) => [space, id]);
    await this.#desk.store.write({ brought: { put, remove } });
  }

  async forget(space: string): Promise<void> {
    const kept = await this.#desk.store.listOf("brought", space);
    await this.#remove(
      space,
      kept.map(({ id }) => id),
    );
  }

  async #remove(space: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#desk.store.write({ brought: { remove: ids.map((id) => [space, id]) } });
  }
}

function isKept({ state }: ReceivedReport): boolean {
  return state !== "rejected" && state !== "duplicate";
}

function withoutText(report: ReceivedReport): ReceivedReport {
  const { text: _, ...body } = report.body;
  return { ...report, body };
}
