import { Button, UnstyledButton } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import type { DesertsAnswer } from "../../app/spatial.ts";
import { downloadFile } from "../parts/download-file.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import classes from "./desert-list.module.css";
import { nameDesert } from "./desert-names.ts";
import { writeDesertsCsv } from "./deserts-csv.ts";
import { useDesertZoom } from "./use-desert-zoom.ts";

interface DesertListProps {
  readonly answer: DesertsAnswer;
  /** Position of the one looked at, null: none. */
  readonly chosen: number | null;
}

const FIRST = 6;

/** Deserts from most to fewest people: each shows where it is, and what it is made of. */
export function DesertList({ answer, chosen }: DesertListProps) {
  const t = useTexts();
  const f = useFormats();
  const zoom = useDesertZoom(answer);
  const { places } = usePlaces();
  const [isWhole, setIsWhole] = useState(false);
  const { deserts } = answer;
  const words = t.deserts.list;
  const shown = deserts.map((_, k) => k).filter((k) => isWhole || k < FIRST || k === chosen);
  const hidden = deserts.length - shown.length;
  const download = (only: number | null) =>
    downloadFile(...writeDesertsCsv(answer, (unit) => places?.file.codes[unit] ?? "", only), "text/csv");
  return (
    <Section title={words.title(deserts.length, f.integer(deserts.length))} topic="deserts">
      <ol className={classes.list}>
        {shown.map((k) => (
          <li key={k} className={classes.item} data-chosen={k === chosen || undefined}>
            <UnstyledButton
              className={classes.desert}
              aria-pressed={k === chosen}
              onClick={() => zoom(k === chosen ? null : k)}
            >
              <span className={classes.rank} aria-hidden>
                {k + 1}
              </span>
              <Facts answer={answer} desert={k} />
            </UnstyledButton>
            {k === chosen && (
              <div className={classes.actions}>
                <Button size="compact-xs" variant="default" onClick={() => zoom(null)}>
                  {words.all}
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconDownload size={14} aria-hidden />}
                  onClick={() => download(k)}
                >
                  {words.downloadOne}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <div className={classes.actions}>
        {hidden > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => setIsWhole(true)}>
            {words.more(hidden, f.integer(hidden))}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          title={words.files}
          onClick={() => download(null)}
        >
          {words.download}
        </Button>
      </div>
    </Section>
  );
}

function Facts({ answer, desert }: { readonly answer: DesertsAnswer; readonly desert: number }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.deserts.list;
  const row = answer.deserts[desert];
  const communes = (n: number) => t.common.communes(n, f.integer(n));
  const people = (n: number) => t.common.inhabitants(n, f.people(n));
  return (
    <span className={classes.facts}>
      <strong>{nameDesert(row, t)}</strong>
      <span className={classes.people} data-exact={row.peopleInside}>
        {people(row.peopleInside)}
      </span>
      <span>{words.facts(communes(row.areasInside), f.percent(row.depth))}</span>
      {row.areas > row.areasInside && <span>{words.beyond(people(row.people), communes(row.areas))}</span>}
      {!Number.isNaN(row.robustness) && (
        <span>{row.robustness > 0 ? words.robust(f.percent(row.robustness)) : words.robustNone}</span>
      )}
    </span>
  );
}
