import { useState } from "react";
import type { Board, SpaceView } from "../../../app/contributions/board.ts";
import { formatQuestion } from "../../../app/question.ts";
import { Disclosure } from "../../parts/disclosure.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { TextField } from "../committee/fields.tsx";
import { shortKey } from "../committee/standing.ts";
import { TakeFile } from "../committee/take-file.tsx";
import { useDeed } from "../committee/use-deed.ts";
import { CreateSpace } from "./create-space.tsx";
import { readAnyInvitation } from "./invitation.ts";

/** The registers of this browser, and the three ways to one more: begin it, be invited, take its file. */
export function SpacesSection({ board }: { readonly board: Board }) {
  const { records } = useTexts();
  const { store } = useServices();
  const participate = useQuestion((q) => q.participate);
  const words = records.spaces;
  const open = (space: string) => store.ask({ participate: { ...participate, space, record: null } }, "push");
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        {board.spaces.length === 0 && <p className={classes.text}>{words.none}</p>}
        <ul className={classes.list}>
          {board.spaces.map((view) => (
            <SpaceRow key={view.space} view={view} onOpen={open} />
          ))}
          {board.awaited.map(({ space }) => (
            <li key={space} className={classes.row}>
              {words.awaited(space)}
            </li>
          ))}
        </ul>
        <Disclosure title={words.files}>
          <p className={classes.help}>{words.filesHelp}</p>
          <TakeFile onTaken={open} />
        </Disclosure>
        <Disclosure title={words.join} isOpen={readAnyInvitation(window.location.hash) !== null}>
          <JoinSpace onJoined={open} />
        </Disclosure>
        <Disclosure title={words.create}>
          <CreateSpace board={board} onCreated={open} />
        </Disclosure>
      </div>
    </Section>
  );
}

function SpaceRow({ view, onOpen }: { readonly view: SpaceView; onOpen(space: string): void }) {
  const { records } = useTexts();
  const question = useQuestion((q) => q);
  const { space, name, log, sync, waiting } = view;
  const participate = { ...question.participate, space, record: null };
  return (
    <li className={classes.row} data-space={space}>
      <span className={classes.grow}>
        <a
          className={classes.link}
          href={formatQuestion({ ...question, participate }) || "?"}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(space);
          }}
        >
          {name}
        </a>
        <br />
        <span className={classes.quiet}>{`${space} · ${records.spaces.counts(log.records.size)}`}</span>
      </span>
      {waiting.length > 0 && <span className={classes.badge}>{records.spaces.waiting(waiting.length)}</span>}
      <span className={classes.badge} data-tone={sync === "fork" ? "sand" : "grey"}>
        {records.exchange.states[sync]}
      </span>
    </li>
  );
}

function JoinSpace({ onJoined }: { onJoined(space: string): void }) {
  const { records } = useTexts();
  const { contributions } = useServices();
  const deed = useDeed();
  const [text, setText] = useState(() => (readAnyInvitation(window.location.hash) ? window.location.href : ""));
  const words = records.spaces;
  const invitation = readAnyInvitation(text);
  const isWrong = text.trim() !== "" && invitation === null;
  const join = async () => {
    if (invitation === null || !(await deed.run(() => contributions.joinSpace(invitation)))) return;
    setText("");
    onJoined(invitation.space);
  };
  return (
    <div className={classes.stack}>
      <TextField
        label={words.joinText}
        value={text}
        fault={isWrong ? words.notInvitation : undefined}
        onChange={setText}
      />
      {invitation && (
        <Notice
          text={words.joinMeans(invitation.space, shortKey(invitation.genesis), invitation.relay)}
          actions={[
            { label: words.joinSubmit, onClick: () => void join() },
            { label: records.cancel, onClick: () => setText("") },
          ]}
        />
      )}
      <DeedProblem problem={deed.problem} />
    </div>
  );
}
