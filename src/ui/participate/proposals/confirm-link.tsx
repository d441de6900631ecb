import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import { bodyOf } from "../committee/standing.ts";
import entries from "../report/entries.module.css";
import { Fault } from "../report/fields.tsx";
import classes from "../report/forms.module.css";
import { useBoard } from "../report/use-board.ts";
import { useSupport } from "./use-support.ts";
import { readSignInFailure, readVerifyLink, type VerifyLink } from "./verify-link.ts";

/** What a link that proves who stands behind a key asks for: a click, since programs open links too. */
export function ConfirmLink() {
  const { verification: words } = useTexts();
  const board = useBoard();
  const { space, record } = useQuestion((q) => q.participate);
  const [hash, forget] = useHash();
  const link = readVerifyLink(hash);
  const failure = readSignInFailure(hash);
  if (failure !== null) {
    return <Notice text={words.failed[failure]} actions={[{ label: words.confirm.close, onClick: forget }]} />;
  }
  if (link === null || board.status === "closed" || board.status === "opening") return null;
  const view = board.spaces.find((one) => one.space === space);
  const isHere = board.identities.some(({ key }) => key === link.key);
  if (!isHere || view === undefined || record === null) return <Elsewhere code={link.code} onClose={forget} />;
  return <Confirm link={link} view={view} board={board} target={record} onDone={forget} />;
}

function Elsewhere({ code, onClose }: { readonly code: string; onClose(): void }) {
  const { verification: words } = useTexts();
  return (
    <Section title={words.confirm.elsewhere}>
      <div className={classes.stack} data-verify="elsewhere">
        <p className={classes.help}>{words.confirm.type}</p>
        <p className={classes.title}>{code}</p>
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={onClose}>
            {words.confirm.close}
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface ConfirmProps {
  readonly link: VerifyLink;
  readonly view: SpaceView;
  readonly board: Board;
  readonly target: string;
  onDone(): void;
}

function Confirm({ link, view, target, onDone }: ConfirmProps) {
  const { verification: words } = useTexts();
  const { contributions } = useServices();
  const { code, ballot, key } = link;
  const { isBusy, problem, support } = useSupport(view, ballot, target);
  const confirm = async () => {
    const { verification } = contributions;
    if (await support(key, () => verification.claim(view.space, ballot, code, key))) onDone();
  };
  return (
    <Section title={words.confirm.title}>
      <div className={classes.stack} data-verify="confirm">
        <p className={entries.body}>{words.confirm.of(bodyOf(view, target, "proposal")?.title ?? "…")}</p>
        <Fault text={problem} />
        <div className={classes.actions}>
          <Button size="sm" loading={isBusy} onClick={() => void confirm()}>
            {words.confirm.do}
          </Button>
          <Button size="sm" variant="default" onClick={onDone}>
            {problem === undefined ? words.confirm.later : words.confirm.close}
          </Button>
        </div>
      </div>
    </Section>
  );
}

/** What follows the # of the address, and how to take it away: a code is neither shared nor kept in the history. */
function useHash(): readonly [string, () => void] {
  const [hash, setHash] = useState(() => window.location.hash);
  useEffect(() => {
    const read = () => setHash(window.location.hash);
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  const forget = () => {
    const { pathname, search } = window.location;
    window.history.replaceState(null, "", `${pathname}${search}`);
    setHash("");
  };
  return [hash, forget];
}
