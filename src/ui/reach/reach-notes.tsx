import { useStore } from "zustand";
import type { Reach } from "../../app/answers.ts";
import { ESTIMATE } from "../../core/travel/estimate.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./reach-panel.module.css";

/** What the figures rest on and leave out, here and now. */
export function ReachNotes({ reach }: { readonly reach: Reach }) {
  const t = useTexts();
  const f = useFormats();
  const { roads } = useServices();
  const kind = useStore(roads, (state) => state.brought?.kind ?? null);
  const { answer } = reach;
  const usesEstimates = (answer.bands.at(-1)?.estimated ?? 0) > 0 || answer.broughtLimit === null;
  const words = t.reach.notes;
  return (
    <>
      <ul className={classes.notes}>
        {listNotes(reach, kind, f, t).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {usesEstimates && (
        <Disclosure title={words.errors} topic="times">
          <dl className={classes.errors}>
            {ESTIMATE.errors_minutes.map((band) => (
              <ErrorBand
                key={band.from_km}
                name={words.errorBand(f.integer(band.from_km), f.integer(band.to_km))}
                text={words.errorOf(f.decimal(band.mean_absolute, 1), f.decimal(band.nine_in_ten_within, 1))}
              />
            ))}
            {ESTIMATE.errors_by_rurality.map(({ ends, to_km, mean_absolute, nine_in_ten_within }) => (
              <ErrorBand
                key={ends}
                name={words.errorEnds[ends as keyof typeof words.errorEnds](f.integer(to_km))}
                text={words.errorOf(f.decimal(mean_absolute, 1), f.decimal(nine_in_ten_within, 1))}
              />
            ))}
          </dl>
          <p className={classes.help}>{words.errorSource}</p>
        </Disclosure>
      )}
    </>
  );
}

function ErrorBand({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** A snap nearer than this is not worth a word, metres. */
const WORTH_SAYING = 100;

function listNotes({ answer, roadReach }: Reach, kind: "road" | "table" | null, f: Formats, t: Texts): string[] {
  const words = t.reach.notes;
  const { home, acrossTheSea, broughtLimit, bands } = answer;
  const last = bands.at(-1)?.minutes ?? 0;
  const isByTable = broughtLimit !== null && roadReach === null;
  return [
    ...(broughtLimit === null ? [words.estimate] : []),
    ...(roadReach ? [words.margin(f.integer(Math.max(...roadReach.bands.map(({ margin }) => margin))))] : []),
    ...(roadReach && roadReach.metres >= WORTH_SAYING ? [words.snap(f.integer(roadReach.metres))] : []),
    ...(kind === "road" && !roadReach ? [words.far] : []),
    ...(isByTable ? [words.table(home.name)] : []),
    ...(kind === "table" && !isByTable ? [words.tableElsewhere(home.name)] : []),
    ...(isByTable && broughtLimit < last ? [words.tableLimit(f.decimal(broughtLimit, 0))] : []),
    ...(home.island > 0 ? [words.island(home.name)] : []),
    ...(acrossTheSea.length > 0 && home.island === 0 ? [words.acrossTheSea(f.list(acrossTheSea))] : []),
    ...(answer.codes.some((code) => CITIES.has(code)) ? [words.cities] : []),
  ];
}

const CITIES = new Set(["75056", "69123", "13055"]);
