import type { Authority, Grant, Placed } from "./authority.ts";
import type { RecordLog } from "./record-log.ts";
import type { RecordTypeName } from "./record-types.ts";
import type { RefusalCode } from "./refusal.ts";

/** A record with effect: where it stands, from when it counts, and the grant it rests on. */
export interface Act extends Placed {
  /** Its own order, or that of the grant it waited for; so is its day. */
  readonly at: number;
  readonly grant: Grant | null;
}

/** What the parts of the fold share. */
export interface Docket {
  readonly authority: Authority;
  readonly log: RecordLog;
  readonly asOf: string;
  /** Acts of some types, in order of effect. */
  acts(...types: RecordTypeName[]): readonly Act[];
  refuse(act: Act, code: RefusalCode): void;
  wait(act: Act): void;
}
