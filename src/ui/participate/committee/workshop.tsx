import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { formatQuestion } from "../../../app/question.ts";
import type { Consultation } from "../../../core/contributions/fold-consultations.ts";
import { COLLEGES, STANCES } from "../../../core/contributions/record-types.ts";
import { QrFigure } from "../../parts/qr-figure.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import { HandCount } from "./hand-count.tsx";
import { phaseOf } from "./phase.ts";
import { bodyOf, type Standing } from "./standing.ts";
import classes from "./workshop.module.css";

interface WorkshopProps {
  readonly view: SpaceView;
  readonly about: Consultation;
  readonly standing: Standing;
  readonly day: string;
  onGo(id: string): void;
  onClose(): void;
}

/** One consultation over the whole window, in large type, for a room: what is asked, where positions are, how to take part. */
export function Workshop({ view, about, standing, day, onGo, onClose }: WorkshopProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const words = t.committee.workshop;
  const body = bodyOf(view, about.id, "consultation");
  const all = view.state.consultations.map(({ id }) => id);
  const at = all.indexOf(about.id);
  const { question } = store.getState();
  const participate = { ...question.participate, part: "committee" as const, space: view.space, record: about.id };
  const link = `${window.location.origin}${window.location.pathname}${formatQuestion({ ...question, participate })}`;
  if (body === null) return null;
  return (
    <dialog ref={dialog} className={classes.window} aria-label={words.title} onClose={onClose}>
      <header className={classes.head}>
        <p className={classes.place}>{view.name}</p>
        <div className={classes.buttons}>
          <Button variant="default" disabled={at <= 0} onClick={() => onGo(all[at - 1] ?? about.id)}>
            {words.previous}
          </Button>
          <Button variant="default" disabled={at >= all.length - 1} onClick={() => onGo(all[at + 1] ?? about.id)}>
            {words.next}
          </Button>
          <Button variant="default" onClick={() => dialog.current?.close()}>
            {t.common.close}
          </Button>
        </div>
      </header>
      <h1 className={classes.question}>{body.question}</h1>
      <p className={classes.when}>
        {`${t.committee.consultations.phases[phaseOf(about, day)]} · ${t.committee.consultations.period(f.date(about.opens), f.date(about.closes))}`}
      </p>
      <div className={classes.body}>
        <ol className={classes.options}>
          {body.options.map((option, k) => (
            <li key={option} className={classes.option}>
              <h2 className={classes.name}>{option}</h2>
              <table className={classes.table}>
                <caption className="visually-hidden">{option}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.committee.consultation.college}</th>
                    {STANCES.map((stance) => (
                      <th key={stance} scope="col">
                        {t.committee.stances[stance]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {COLLEGES.map((college) => {
                    const row = about.tally.find((one) => one.option === k && one.college === college);
                    return (
                      <tr key={college}>
                        <th scope="row">{t.committee.colleges[college]}</th>
                        {STANCES.map((stance) => (
                          <td key={stance}>{f.integer(row?.[stance] ?? 0)}</td>
                        ))}
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </li>
          ))}
        </ol>
        <aside className={classes.aside}>
          <QrFigure text={link} label={words.qr} />
          <p>{words.join}</p>
          <p className={classes.quorum}>{t.committee.consultation.quorum(about.voters, body.quorum)}</p>
        </aside>
      </div>
      <HandCount view={view} about={about} options={body.options} standing={standing} day={day} />
    </dialog>
  );
}
