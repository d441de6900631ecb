import { Button, CloseButton, Skeleton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { lazy, Suspense, useMemo } from "react";
import { goTo, select } from "../../app/commands.ts";
import { DecileStrip } from "../../charts/decile-strip.tsx";
import { PROFESSION_RULES } from "../../core/professions.ts";
import type { Status } from "../../core/status.ts";
import { choosePalette } from "../../map/palette.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { useCommune, usePlaces } from "../use-answers.ts";
import classes from "./commune-card.module.css";
import { COMMUNE_CARD_ID } from "./commune-card-id.ts";
import { CommuneCompare } from "./commune-compare.tsx";
import { CommuneDetails } from "./commune-details.tsx";
import type { LensView } from "./lens-view.ts";
import { hasOutline } from "./outline.ts";
import { countryOf, type Reading, tenthOf } from "./reading.ts";
import { statusOfRow, writeDigits } from "./value-words.ts";

const RobustnessBadge = lazy(async () => ({
  default: (await import("../robustness/robustness-badge.tsx")).RobustnessBadge,
}));

interface CommuneCardProps {
  readonly code: string;
  readonly reading: Reading | undefined;
  readonly lensView: LensView | null;
}

/** One commune in plain words: its figure, who is better served, and what surrounds it. */
export function CommuneCard({ code, reading, lensView }: CommuneCardProps) {
  const t = useTexts();
  const { store, map } = useServices();
  const { places } = usePlaces();
  const asked = useQuestion((q) => q.territory.code);
  const commune = useCommune(code);
  const lineage = useMemo(() => places?.lineage({ kind: "commune", code }) ?? [], [places, code]);
  const row = reading?.answer.codes.indexOf(code) ?? -1;
  const name = lineage.at(-1)?.name ?? (row >= 0 ? reading?.answer.names[row] : undefined) ?? code;
  const own = lineage.at(-1);
  const epci = lineage.find((place) => place.kind === "epci");
  const departement = places?.departementOf(code);
  const zoom = () => own && map.current?.fit(own.bounds, { padding: { top: 90, right: 90, bottom: 90, left: 90 } });
  return (
    <article className={classes.card} id={COMMUNE_CARD_ID} tabIndex={-1} aria-label={t.understand.commune.label(name)}>
      <header className={classes.head}>
        <div>
          <h2 className={classes.name}>{name}</h2>
          <p className={classes.where}>{[epci?.name, departement?.name].filter((part) => part).join(" · ")}</p>
        </div>
        <CloseButton aria-label={t.common.close} onClick={() => select(store, null)} />
      </header>
      {reading ? <Figure code={code} reading={reading} row={row} /> : <Skeleton height="6rem" />}
      {lensView && row >= 0 && <LensLine view={lensView} row={row} />}
      {reading && (
        <Suspense fallback={null}>
          <RobustnessBadge code={code} reading={reading} />
        </Suspense>
      )}
      {reading && <CommuneCompare code={code} reading={reading} row={row} />}
      <div className={classes.actions}>
        {epci && asked !== epci.code && (
          <Button size="xs" onClick={() => goTo(store, epci, code)}>
            {t.understand.commune.epci(epci.name)}
          </Button>
        )}
        {hasOutline({ kind: "commune", code }) ? (
          <Button size="xs" variant="default" onClick={zoom}>
            {t.understand.commune.zoom}
          </Button>
        ) : (
          <p className={classes.where}>{t.understand.map.noOutline(name)}</p>
        )}
      </div>
      <CommuneDetails query={commune} />
    </article>
  );
}

/** What the lens in force says of the commune. */
function LensLine({ view, row }: { readonly view: LensView; readonly row: number }) {
  const t = useTexts();
  const lens = useQuestion((q) => q.lens);
  const { value, level } = view.describe(row);
  return (
    <p className={classes.lens}>
      <strong>{t.lenses.names[lens]}</strong>
      <span>{value}</span>
      <span>{level}</span>
    </p>
  );
}

interface FigureProps {
  readonly code: string;
  readonly reading: Reading;
  readonly row: number;
}

function Figure({ code, reading, row }: FigureProps) {
  const t = useTexts();
  const f = useFormats();
  const commune = useCommune(code);
  const { answer, series } = reading;
  const published = commune.data?.series.find(
    (one) => one.profession === series.profession && one.year === series.year && one.ages === series.ages,
  );
  const status: Status | undefined = row >= 0 ? statusOfRow(answer, row) : published?.status;
  const value = row >= 0 ? answer.values[row] : (published?.value ?? Number.NaN);
  const words = t.understand.commune;
  if (status === undefined)
    return commune.isPending ? (
      <p className={classes.reason}>{words.loading}</p>
    ) : (
      <p className={classes.reason}>{words.reasons.missing}</p>
    );
  if (status !== "value") return <p className={classes.reason}>{words.reasons[status]}</p>;
  const tenth = tenthOf(value, countryOf(answer), series);
  return (
    <div>
      <div className={classes.standing}>
        <p className={classes.badge} data-low={tenth <= 5 || undefined}>
          {t.understand.tenth.standing(
            t.understand.tenth.badge(f.ordinal(tenth)),
            t.understand.tenth.better(10 - tenth),
          )}
        </p>
        <InfoButton topic="tenth" />
      </div>
      <p className={classes.figure}>
        {`${writeDigits(value, PROFESSION_RULES[series.profession].digits, f, t)} ${t.professions.heads[series.profession]}`}
      </p>
      <p className={classes.tail}>
        {value === 0 ? words.zero : t.professions.tails[series.profession]}
        <InfoButton topic="apl" />
      </p>
      <Standing tenth={tenth} />
    </div>
  );
}

const TENTH_COLOURS = choosePalette(10, 5);

/** Where the commune stands among the ten tenths of the people of France. */
function Standing({ tenth }: { readonly tenth: number }) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const words = t.understand.tenth;
  return (
    <div ref={ref} className={classes.strip}>
      {width > 0 && (
        <DecileStrip
          decile={tenth}
          colours={TENTH_COLOURS}
          width={width}
          label={words.standing(words.badge(f.ordinal(tenth)), words.better(10 - tenth))}
          lowest={words.lowest}
          highest={words.highest}
        />
      )}
    </div>
  );
}
