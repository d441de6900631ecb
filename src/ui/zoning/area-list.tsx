import { Button, UnstyledButton } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { select } from "../../app/commands.ts";
import type { ZoningAnswer } from "../../app/zoning.ts";
import { downloadFile } from "../parts/download-file.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { writeAreasCsv } from "./zoning-csv.ts";
import classes from "./zoning-panel.module.css";
import { nameArea, sayState, writeAccess, zoningPalette } from "./zoning-view.ts";

const FIRST = 8;
const MORE = 40;

/** Areas from least to most access; one chosen selects its largest commune. */
export function AreaList({ answer }: { readonly answer: ZoningAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const selected = useQuestion((q) => q.selected);
  const [length, setLength] = useState(FIRST);
  const { areas, rule } = answer;
  const { order, largest } = useMemo(() => rank(answer), [answer]);
  const palette = zoningPalette(rule);
  const row = selected === null ? -1 : answer.codes.indexOf(selected);
  const chosen = row < 0 ? -1 : answer.areaOf[row];
  const shown = order.filter((area, at) => at < length || area === chosen);
  const hidden = order.length - shown.length;
  const words = t.zoning.list;
  const people = (n: number) => t.common.inhabitants(n, f.people(n));
  return (
    <Section title={words.title(t.zoning.areas(order.length, f.integer(order.length)))} topic="zoning">
      <ul className={classes.list}>
        {shown.map((area) => (
          <li key={areas.keys[area]}>
            <UnstyledButton
              className={classes.item}
              aria-pressed={area === chosen}
              onClick={() => select(store, area === chosen ? null : answer.codes[largest[area]])}
            >
              <span
                className={classes.swatch}
                style={{ background: palette[areas.states[area]] ?? "transparent" }}
                aria-hidden
              />
              <span className={classes.facts}>
                <strong>{nameArea(answer, area, t)}</strong>
                <span>{sayState(answer, area, f, t)}</span>
                <span>
                  {words.value(writeAccess(areas.access[area], rule, f, t), people(areas.people[area]))}
                  {areas.peopleInside[area] < areas.people[area] &&
                    `, ${words.inside(people(areas.peopleInside[area]))}`}
                </span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        {hidden > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => setLength(length + MORE)}>
            {words.more(f.integer(Math.min(MORE, hidden)))}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          title={words.files}
          onClick={() => downloadFile(...writeAreasCsv(answer), "text/csv")}
        >
          {words.download}
        </Button>
      </div>
    </Section>
  );
}

/** Areas by access, those without last; and the row of the most populated commune of each. */
function rank({ areas, areaOf, people }: ZoningAnswer) {
  const order = Array.from(areas.keys.keys()).sort((a, b) => {
    const [x, y] = [areas.access[a], areas.access[b]];
    return Number.isNaN(x) || Number.isNaN(y) ? Number(Number.isNaN(x)) - Number(Number.isNaN(y)) : x - y;
  });
  const largest = new Int32Array(areas.keys.length).fill(-1);
  areaOf.forEach((area, row) => {
    if (area >= 0 && (largest[area] < 0 || people[row] > people[largest[area]])) largest[area] = row;
  });
  return { order, largest };
}
