import { Button, Drawer } from "@mantine/core";
import { useEffect, useRef } from "react";
import { openPage } from "../../app/commands.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { ESTIMATE } from "../../core/travel/estimate.ts";
import { ActMethod } from "../act/act-method.tsx";
import { InequalityMethod } from "../inequality/inequality-method.tsx";
import { Formula } from "../parts/formula.tsx";
import { RoundsMethod } from "../rounds/rounds-method.tsx";
import { type MethodTopic, useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { useAccess, useReading } from "../use-answers.ts";
import { DatasetList } from "./dataset-list.tsx";
import { DiagnosisMethods } from "./diagnosis-methods.tsx";
import classes from "./method-drawer.module.css";
import { peopleUnder } from "./reading.ts";
import { SpatialMethods } from "./spatial-methods.tsx";

interface MethodDrawerProps {
  readonly topic: MethodTopic;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const anchor = (topic: MethodTopic) => `method-${topic}`;

/** Every figure's definition, formula and sources, opened at the one that was asked about. */
export function MethodDrawer({ topic, isOpen, onClose }: MethodDrawerProps) {
  const t = useTexts();
  const { store } = useServices();
  const verify = () => {
    openPage(store, "verify");
    onClose();
  };
  return (
    <Drawer.Root opened={isOpen} onClose={onClose} position="right" size="34rem">
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header role="presentation">
          <Drawer.Title className={classes.drawerTitle}>{t.method.title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t.common.close} />
        </Drawer.Header>
        <Drawer.Body>
          <Button variant="light" size="compact-sm" onClick={verify}>
            {t.verify.link}
          </Button>
          <MethodBody topic={topic} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function MethodBody({ topic }: { readonly topic: MethodTopic }) {
  const t = useTexts();
  const f = useFormats();
  const body = useRef<HTMLDivElement>(null);
  const { profession, year } = useQuestion((q) => q.series);
  const reading = useReading(useAccess().answer);
  const { method } = t;
  useEffect(() => {
    const target = body.current?.querySelector<HTMLElement>(`#${anchor(topic)}`);
    target?.scrollIntoView({ block: "start" });
    target?.focus({ preventScroll: true });
  }, [topic]);
  const title = (of: MethodTopic) => (
    <h3 id={anchor(of)} tabIndex={-1} className={classes.title} data-asked={of === topic || undefined}>
      {method.topics[of]}
    </h3>
  );
  return (
    <div ref={body} className={classes.body}>
      {title("apl")}
      <p>{method.apl.definition}</p>
      <Formula text={method.apl.supplyFormula} />
      <p>{method.apl.supply}</p>
      <Formula text={method.apl.accessFormula} />
      <p>{method.apl.access}</p>
      <p>{`${method.apl.standardised} ${profession === "gp" ? method.apl.gp : method.apl.fte} ${method.apl.unpublished}`}</p>
      <dl className={classes.facts}>
        <dt>{method.apl.unit}</dt>
        <dd>{t.units.full[profession]}</dd>
        <dt>{method.apl.vintage}</dt>
        <dd>{year}</dd>
      </dl>
      {title("people")}
      <p>{method.people}</p>
      {reading && (
        <p className={classes.exact}>
          {method.exact(
            f.integer(peopleUnder(reading.answer.summary, reading.threshold, reading.series)),
            f.integer(reading.answer.summary.people),
          )}
        </p>
      )}
      {title("threshold")}
      <p>{t.understand.thresholds.sources[PROFESSION_RULES[profession].source]}</p>
      {title("comparison")}
      <p>{method.comparison}</p>
      {title("trend")}
      <p>{method.trend}</p>
      {title("tenth")}
      <p>{method.tenth}</p>
      {title("income")}
      <p>{method.income}</p>
      {title("facilities")}
      <p>{method.facilities}</p>
      {title("recomputed")}
      {method.recomputed.formulas.map((formula) => (
        <Formula key={formula} text={formula} />
      ))}
      <p>{method.recomputed.text}</p>
      <p>{method.recomputed.known}</p>
      <p>{method.recomputed.differences}</p>
      <p>{method.recomputed.sources}</p>
      <DiagnosisMethods title={title} />
      <SpatialMethods title={title} />
      <ActMethod title={title} />
      <RoundsMethod title={title} />
      {title("reach")}
      <p>{method.reach}</p>
      {title("times")}
      <p>{method.times.estimate(f.decimal(ESTIMATE.b, 4), f.decimal(ESTIMATE.c, 4))}</p>
      <p>{method.times.road}</p>
      <p>{method.times.mixed}</p>
      <InequalityMethod title={title} />
      {title("map")}
      <p>{method.map}</p>
      {title("data")}
      <DatasetList />
    </div>
  );
}
