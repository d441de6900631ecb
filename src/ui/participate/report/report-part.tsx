import { useEffect, useRef, useState } from "react";
import type { OwnReport } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import classes from "./forms.module.css";
import { MyReports } from "./my-reports.tsx";
import { PaperForm } from "./paper-form.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { draftReport, startAnswers } from "./report-answers.ts";
import { ReportDone } from "./report-done.tsx";
import { HowStep, WhatStep } from "./report-steps.tsx";
import { StepBar } from "./step-bar.tsx";
import { useBoard } from "./use-board.ts";
import { WorkshopSheet } from "./workshop-sheet.tsx";

/** « Signaler une difficulté »: three steps, nothing sent before the last. */
export function ReportPart() {
  const t = useTexts();
  const { store } = useServices();
  const { places } = usePlaces();
  const board = useBoard();
  const selected = useQuestion((q) => q.selected);
  const [answers, setAnswers] = useState(() => {
    const { question } = store.getState();
    return startAnswers(question.selected, question.series.profession, new Date());
  });
  const [step, setStep] = useState(1);
  const [sent, setSent] = useState<OwnReport | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  useEffect(() => {
    // The commune one touches on the map.
    if (selected !== null) setAnswers((now) => ({ ...now, commune: selected }));
  }, [selected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read from its title
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
    hasMoved.current = true;
  }, [step, sent]);
  const draft = draftReport(answers, places);
  const isKept = board.status !== "unavailable";
  const restart = () => {
    setAnswers(({ commune, profession }) => startAnswers(commune, profession, new Date()));
    setSent(null);
    setStep(1);
  };
  return (
    <div className={classes.part}>
      {!isKept && <Notice text={t.report.unavailable} />}
      {sent ? (
        <ReportDone ref={heading} report={sent} onRestart={restart} />
      ) : (
        <>
          <StepBar step={step} onBack={step > 1 ? () => setStep(step - 1) : undefined} />
          {step === 1 && (
            <WhatStep
              ref={heading}
              answers={answers}
              onChange={setAnswers}
              onNext={() => setStep(2)}
              onPrint={() => setPrinting(true)}
            />
          )}
          {step === 2 && <HowStep ref={heading} answers={answers} onChange={setAnswers} onNext={() => setStep(3)} />}
          {step === 3 && draft && <PreviewStep ref={heading} draft={draft} isKept={isKept} onSent={setSent} />}
        </>
      )}
      {isKept && <MyReports />}
      <WorkshopSheet />
      {isPrinting && <PaperForm onDone={() => setPrinting(false)} />}
    </div>
  );
}
