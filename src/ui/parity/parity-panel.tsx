import { Button, Checkbox, Drawer } from "@mantine/core";
import { IconChartDots } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { PROFESSION_RULES, type Profession } from "../../core/professions.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { useLensView } from "../understand/lens-view.ts";
import { useAccess, useReading } from "../use-answers.ts";
import classes from "./parity-panel.module.css";
import { ParityReport } from "./parity-report.tsx";
import { viewParity } from "./parity-view.ts";
import { writeVerdict } from "./read-study.ts";
import { useParity } from "./use-parity.ts";

interface ParityPanelProps {
  readonly profession: Profession;
  readonly year: number;
}

/** How faithful a recomputation can be, in two sentences; the study behind them in a wide drawer. */
export function ParityPanel(props: ParityPanelProps) {
  // Another profession or year is another study: nothing of the one before is kept.
  return <OnePanel key={`${props.profession} ${props.year}`} {...props} />;
}

function OnePanel({ profession, year }: ParityPanelProps) {
  const t = useTexts();
  const f = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const parity = useParity(profession, year);
  const { summary, study, split, isOnMap, isLoading } = parity;
  const reading = useReading(useAccess().answer);
  const view = useMemo(() => {
    const isOfReading = reading?.series.profession === profession && reading.series.year === year;
    return isOnMap && study && isOfReading ? viewParity(study, split, reading, f, t) : null;
  }, [isOnMap, study, split, reading, profession, year, f, t]);
  useLensView(view);
  const words = t.parity;
  const verdict =
    summary && writeVerdict(summary, split, t.units.short[profession], PROFESSION_RULES[profession].digits + 1, f, t);
  return (
    <Section title={words.title} topic="recomputed">
      <div className={classes.brief}>
        {verdict ? (
          <>
            <p className={classes.sentence}>{verdict.model}</p>
            <p className={classes.note}>{verdict.neighbours}</p>
          </>
        ) : (
          <p className={classes.note}>{isLoading ? words.sources.loading : words.sources.missing}</p>
        )}
        {study && <OnMap isOnMap={isOnMap} onChange={parity.setIsOnMap} />}
        <Button
          size="xs"
          variant="light"
          leftSection={<IconChartDots size={16} aria-hidden />}
          onClick={() => setIsOpen(true)}
        >
          {words.open}
        </Button>
      </div>
      <Drawer.Root opened={isOpen} onClose={() => setIsOpen(false)} position="right" size="min(66rem, 100%)">
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Header role="presentation">
            <Drawer.Title className={classes.drawerTitle}>
              {`${words.drawerTitle} · ${t.professions.names[profession]} ${year}`}
            </Drawer.Title>
            <Drawer.CloseButton aria-label={t.common.close} />
          </Drawer.Header>
          <Drawer.Body>
            <ParityReport parity={parity}>
              {study ? (
                <OnMap isOnMap={isOnMap} onChange={parity.setIsOnMap} />
              ) : (
                <p className={classes.note}>{words.map.needs}</p>
              )}
            </ParityReport>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </Section>
  );
}

function OnMap({ isOnMap, onChange }: { readonly isOnMap: boolean; readonly onChange: (isOnMap: boolean) => void }) {
  const t = useTexts();
  return (
    <Checkbox
      size="xs"
      label={t.parity.map.show}
      checked={isOnMap}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
