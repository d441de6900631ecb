import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { isRecordType, RECORD_TYPES } from "../../../core/contributions/record-types.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "../committee/committee.module.css";
import { TerritoryName } from "../committee/committee-list.tsx";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { signAs } from "../committee/issuer.ts";
import { shortKey } from "../committee/standing.ts";
import { useDeed } from "../committee/use-deed.ts";
import { ConfirmBox } from "./confirm-box.tsx";
import { explainCode } from "./explain-exchange.ts";
import { type Fate, type Line, tellRecord } from "./record-fate.ts";

interface RecordRowProps {
  readonly line: Line;
  readonly view: SpaceView;
  readonly board: Board;
}

/** One record: what it is, who signed it, what became of it, and all that is signed. */
export function RecordRow({ line, view, board }: RecordRowProps) {
  const { records } = useTexts();
  const f = useFormats();
  const { record, seq, day, fate } = line;
  const { id, hdr, body } = record;
  const words = records.list;
  const { names } = records.roles;
  const role = hdr.type === "grant" ? names[body?.role as keyof typeof names] : undefined;
  const told = body === null ? words.noText : role ? `${role}, ${shortKey(String(body.subject))}` : tellRecord(record);
  const own = board.identities.find(({ key }) => key === hdr.author);
  const isErasable = own && body !== null && isRecordType(hdr.type) && !RECORD_TYPES[hdr.type].permanent;
  return (
    <li className={classes.row} data-record={id} data-fate={fate.kind}>
      <span className={classes.grow}>
        <strong>{isRecordType(hdr.type) ? words.types[hdr.type] : words.unknownType(hdr.type)}</strong>
        {told !== "" && ` · ${told}`}
        <br />
        <span className={classes.quiet}>
          {own ? records.roles.yours(own.label) : shortKey(hdr.author)}
          {" · "}
          <TerritoryName scope={hdr.scope} />
          {` · ${f.date(day)}${seq === null ? "" : ` · ${words.order(seq)}`}`}
        </span>
      </span>
      <FateTag fate={fate} />
      <div style={{ flexBasis: "100%" }}>
        <Disclosure title={words.detail}>
          <div className={classes.stack}>
            <pre className={classes.code}>{JSON.stringify(record, null, 1)}</pre>
            {isErasable && fate.kind !== "erased" && <EraseBox line={line} view={view} author={hdr.author} />}
          </div>
        </Disclosure>
      </div>
    </li>
  );
}

function FateTag({ fate: { kind, code, where, isRelay } }: { readonly fate: Fate }) {
  const t = useTexts();
  const words = t.records.list;
  const why = code === null ? null : explainCode(code, where, t);
  const text = why === null ? words.fates[kind] : isRelay ? words.refusedByRelay(why) : words.because(why);
  const tone = kind === "effective" ? undefined : kind === "refused" || kind === "hidden" ? "sand" : "grey";
  return (
    <span className={classes.badge} data-tone={tone}>
      {text}
    </span>
  );
}

interface EraseBoxProps {
  readonly line: Line;
  readonly view: SpaceView;
  readonly author: string;
}

/** An author takes their own text away, with the key that signed it. */
function EraseBox({ line: { record }, view, author }: EraseBoxProps) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const toast = useToast();
  const [isAsked, setIsAsked] = useState(false);
  const words = records.list;
  const erase = async () => {
    const body = { target: record.id, reason: "author" } as const;
    const { scope } = record.hdr;
    const isDone = await deed.run(() =>
      signAs(contributions, author, () => contributions.publish(view.space, { type: "tombstone", scope, body })),
    );
    if (isDone) toast({ title: words.erased });
  };
  return (
    <>
      {isAsked ? (
        <ConfirmBox
          text={words.eraseConfirm}
          action={words.eraseSubmit}
          isBusy={deed.isBusy}
          onYes={() => void erase()}
          onNo={() => setIsAsked(false)}
        />
      ) : (
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={() => setIsAsked(true)}>
            {words.erase}
          </Button>
        </div>
      )}
      <DeedProblem problem={deed.problem} />
    </>
  );
}
