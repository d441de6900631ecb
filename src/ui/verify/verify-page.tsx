import { Button } from "@mantine/core";
import { IconArrowLeft, IconPrinter } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { openPage } from "../../app/commands.ts";
import { EXAMPLE_FAMILIES, judge, type NumberTable } from "../../core/verify/example.ts";
import { EXAMPLES, type ExampleId } from "../../core/verify/examples.ts";
import { useFormats, useServices, useTexts } from "../services.tsx";
import { ExampleCard } from "./example-card.tsx";
import { isFound, PackSection } from "./pack-section.tsx";
import { usePackStudy } from "./use-pack-study.ts";
import classes from "./verify-page.module.css";

type Changes = Readonly<Partial<Record<ExampleId, readonly NumberTable[]>>>;

/** « Vérifiez-nous »: known results beside those computed now, in the reader's own browser. */
export function VerifyPage() {
  const t = useTexts();
  const { store } = useServices();
  const [changes, setChanges] = useState<Changes>({});
  const study = usePackStudy();
  const page = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  useEffect(() => openWhilePrinting(() => page.current), []);
  const change = (id: ExampleId, inputs: readonly NumberTable[] | null) =>
    setChanges(({ [id]: _, ...others }) => (inputs ? { ...others, [id]: inputs } : others));
  return (
    <div ref={page} className={classes.page}>
      <div className={classes.column}>
        <div className={classes.actions}>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => openPage(store, "map")}
          >
            {t.verify.back}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t.verify.print}
          </Button>
        </div>
        <header className={classes.head}>
          <h1 ref={title} tabIndex={-1} className={classes.title}>
            {t.verify.title}
          </h1>
          <p className={classes.lead}>{t.verify.lead}</p>
        </header>
        <Summary changes={changes} study={study} />
        {EXAMPLE_FAMILIES.map((family) => (
          <section key={family} className={classes.family} aria-labelledby={`verify-${family}`}>
            <h2 id={`verify-${family}`} className={classes.familyTitle}>
              {t.verify.families[family].title}
            </h2>
            <p className={classes.what}>{t.verify.families[family].what}</p>
            {EXAMPLES.filter((example) => example.family === family).map((example) => (
              <ExampleCard
                key={example.id}
                example={example}
                changed={changes[example.id] ?? null}
                onChange={(inputs) => change(example.id, inputs)}
              />
            ))}
          </section>
        ))}
        <PackSection study={study} />
      </div>
    </div>
  );
}

interface SummaryProps {
  readonly changes: Changes;
  readonly study: ReturnType<typeof usePackStudy>;
}

function Summary({ changes, study }: SummaryProps) {
  const t = useTexts();
  const f = useFormats();
  const { summary } = t.verify;
  const found = useMemo(
    () =>
      EXAMPLES.filter(({ id, inputs, expected, compute }) =>
        judge(expected, compute(changes[id] ?? inputs).values).every(Boolean),
      ).length,
    [changes],
  );
  const changed = Object.keys(changes).length;
  const comparable = study.result?.value.findings.filter((finding) => finding.isComparable);
  const controls = study.result?.value.controls;
  return (
    <div className={classes.summary} role="status">
      <p className={classes.score}>{summary.examples(f.integer(found), f.integer(EXAMPLES.length))}</p>
      {comparable && (
        <p>{summary.findings(f.integer(comparable.filter(isFound).length), f.integer(comparable.length))}</p>
      )}
      {controls && (
        <p>{summary.controls(f.integer(controls.filter(({ ok }) => ok).length), f.integer(controls.length))}</p>
      )}
      {study.isRunning && <p>{summary.waiting}</p>}
      {changed > 0 && <p className={classes.changed}>{summary.changed(changed)}</p>}
    </div>
  );
}

/** Paper cannot be clicked: everything is open while it prints. */
function openWhilePrinting(within: () => HTMLElement | null): () => void {
  let closed: HTMLDetailsElement[] = [];
  const open = () => {
    closed = Array.from(within()?.querySelectorAll<HTMLDetailsElement>("details:not([open])") ?? []);
    for (const one of closed) one.open = true;
  };
  const close = () => {
    for (const one of closed) one.open = false;
  };
  window.addEventListener("beforeprint", open);
  window.addEventListener("afterprint", close);
  return () => {
    window.removeEventListener("beforeprint", open);
    window.removeEventListener("afterprint", close);
  };
}
