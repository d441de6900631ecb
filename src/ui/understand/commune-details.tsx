import { Skeleton, UnstyledButton } from "@mantine/core";
import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CommuneAnswer } from "../../app/answers.ts";
import { PROFESSION_RULES, PROFESSIONS } from "../../core/professions.ts";
import { FailureNotice } from "../parts/failure-notice.tsx";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./commune-details.module.css";
import { isKnown, listDepartures } from "./commune-series.ts";
import { writeValue } from "./value-words.ts";

interface CommuneDetailsProps {
  readonly query: UseQueryResult<CommuneAnswer>;
}

/** What the pack says besides the figure asked for: other professions, departures, places of practice, income. */
export function CommuneDetails({ query }: CommuneDetailsProps) {
  const t = useTexts();
  const { engine } = useServices();
  const client = useQueryClient();
  if (query.error) {
    const retry = () => {
      engine.reset();
      void client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
    };
    return <FailureNotice title={t.failures.title} error={query.error} onRetry={retry} />;
  }
  if (!query.data)
    return (
      <div className={classes.loading}>
        <p>{t.understand.commune.loading}</p>
        <Skeleton height="9rem" mt="xs" />
        <Skeleton height="6rem" mt="md" />
        <Skeleton height="14rem" mt="md" />
      </div>
    );
  return (
    <>
      <Professions answer={query.data} />
      <Departures answer={query.data} />
      <Income answer={query.data} />
      <Facilities answer={query.data} />
    </>
  );
}

function Professions({ answer }: { readonly answer: CommuneAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const latest = Math.max(...answer.series.map((one) => one.year));
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{t.understand.commune.professions}</h3>
      <dl className={classes.list}>
        {PROFESSIONS.map((profession) => {
          const found = answer.series.find(
            (one) => one.profession === profession && one.year === latest && one.ages === "all",
          );
          const { digits } = PROFESSION_RULES[profession];
          return (
            <div key={profession} className={classes.line}>
              <dt>{t.professions.names[profession]}</dt>
              <dd>
                <strong>
                  {found?.status === "value" && found.value === 0
                    ? t.understand.legend.zero
                    : writeValue(found?.value ?? Number.NaN, found?.status ?? "missing", digits, f, t)}
                </strong>
                {found?.status === "value" && <span className={classes.unit}>{t.units.short[profession]}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={classes.note}>{`${t.understand.commune.latest(latest)} ${t.units.fte}.`}</p>
    </div>
  );
}

function Departures({ answer }: { readonly answer: CommuneAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const rows = listDepartures(answer.series);
  if (rows.length === 0) return null;
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{t.understand.commune.departures}</h3>
      <dl className={classes.list}>
        {rows.map((one) => (
          <div key={one.ages} className={classes.line}>
            <dt>{`${t.understand.commune.departing[one.ages]} (${one.year})`}</dt>
            <dd>
              <strong>{writeValue(one.value, one.status, PROFESSION_RULES.gp.digits, f, t)}</strong>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Income({ answer }: { readonly answer: CommuneAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { medianIncome, povertyRate } = answer;
  const words = t.understand.commune;
  return (
    <div className={classes.part}>
      <dl className={classes.list}>
        <div className={classes.line}>
          <dt>
            {words.income}
            <InfoButton topic="income" />
          </dt>
          <dd>
            <strong>
              {medianIncome.status === "value" ? f.euros(medianIncome.value) : t.statuses[medianIncome.status]}
            </strong>
          </dd>
        </div>
        <div className={classes.line}>
          <dt>{words.poverty}</dt>
          <dd>
            <strong>
              {povertyRate.status === "value" ? f.percent(povertyRate.value / 100) : t.statuses[povertyRate.status]}
            </strong>
          </dd>
        </div>
      </dl>
      <p className={classes.note}>{words.incomeNote}</p>
    </div>
  );
}

const FEW = 6;

function Facilities({ answer }: { readonly answer: CommuneAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const [isAll, setIsAll] = useState(false);
  const words = t.understand.commune;
  const known = answer.facilities.filter((one) => one.count2024 > 0 || one.count2018 > 0);
  const shown = isAll ? known : known.slice(0, FEW);
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>
        {words.facilities}
        <InfoButton topic="facilities" />
      </h3>
      {known.length === 0 && (
        <p className={classes.note}>{isKnown(answer) ? words.facilitiesNone : words.facilitiesUnknown}</p>
      )}
      <dl className={classes.list}>
        {shown.map((one) => (
          <div key={one.type} className={classes.line}>
            <dt>{one.label[f.locale]}</dt>
            <dd>
              {`${Number.isNaN(one.count2018) ? words.notCounted : f.integer(one.count2018)} → `}
              <strong>{f.integer(one.count2024)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {known.length > shown.length && (
        <UnstyledButton className={classes.more} onClick={() => setIsAll(true)}>
          {words.moreFacilities(known.length - shown.length)}
        </UnstyledButton>
      )}
      <p className={classes.note}>{words.facilitiesHelp}</p>
    </div>
  );
}
