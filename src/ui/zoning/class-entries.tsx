import { NativeSelect } from "@mantine/core";
import { choose } from "../../app/commands.ts";
import { withDecision, type ZoningAnswer } from "../../app/zoning.ts";
import { statesOf } from "../../core/zoning/rule.ts";
import { entryOf } from "../../core/zoning/zoned-areas.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import panel from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./zoning-panel.module.css";
import { labelOf, nameArea, shortOf, writeAccess, zoningPalette } from "./zoning-view.ts";

/** For the area of the selected commune: care to gain or lose for each other class, and a decision to try. */
export function ClassEntries({ answer }: { readonly answer: ZoningAnswer }) {
  const t = useTexts();
  const selected = useQuestion((q) => q.selected);
  const row = selected === null ? -1 : answer.codes.indexOf(selected);
  const words = t.zoning.take;
  return (
    <Section title={words.title} topic="zoning">
      {row >= 0 && answer.areaOf[row] >= 0 ? (
        <Entries answer={answer} area={answer.areaOf[row]} />
      ) : (
        <p className={panel.note}>{row < 0 ? words.choose : answer.counted[row] === 0 ? words.city : words.outside}</p>
      )}
    </Section>
  );
}

function Entries({ answer, area }: { readonly answer: ZoningAnswer; readonly area: number }) {
  const t = useTexts();
  const f = useFormats();
  const { rule, areas } = answer;
  const words = t.zoning.take;
  const palette = zoningPalette(rule);
  const own = areas.classes[area];
  const people = t.common.inhabitants(areas.people[area], f.people(areas.people[area]));
  const communes = t.common.communes(areas.communes[area], f.integer(areas.communes[area]));
  if (own < 0) return <p className={panel.note}>{words.outside}</p>;
  return (
    <div className={panel.field} aria-live="polite">
      <p className={classes.area}>
        <strong>{words.area(nameArea(answer, area, t), communes, people)}</strong>{" "}
        {words.now(
          writeAccess(areas.access[area], rule, f, t),
          t.units.short[rule.profession],
          shortOf(rule, own, f, t),
        )}
        {areas.states[area] !== own && ` ${words.decided(shortOf(rule, areas.states[area], f, t))}`}
      </p>
      <ul className={classes.entries}>
        {rule.classes.flatMap(({ id }, k) =>
          k === own
            ? []
            : [
                <li key={id}>
                  <span className={classes.swatch} style={{ background: palette[k] }} aria-hidden />
                  <span>
                    <strong>{words.to(shortOf(rule, k, f, t))}</strong>
                    <span>{sayEntry(answer, area, k, f, t)}</span>
                  </span>
                </li>,
              ],
        )}
      </ul>
      <p className={panel.note}>
        {words.note} {rule.method === "shares" && words.rank}
      </p>
      {areas.options[area].length > 0 && <Decision answer={answer} area={area} />}
    </div>
  );
}

function sayEntry({ rule, areas }: ZoningAnswer, area: number, classIndex: number, f: Formats, t: Texts): string {
  const words = t.zoning.take;
  const entry = entryOf(rule, areas, area, classIndex);
  if (entry === null) return words.never;
  const isGain = entry.fte > 0;
  const fte = f.decimal(Math.abs(entry.fte), 1);
  const care =
    rule.profession === "gp" ? words.acts(f.integer(Math.abs(entry.acts)), Math.abs(entry.fte), fte) : words.fte(fte);
  const value = writeAccess(entry.access, rule, f, t);
  const limit = entry.isStrict ? (isGain ? words.over(value) : words.under(value)) : words.at(value);
  return `${isGain ? words.gain(care) : words.lose(care)}, ${limit}`;
}

function Decision({ answer, area }: { readonly answer: ZoningAnswer; readonly area: number }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const decided = useQuestion((q) => q.choices.decided);
  const { rule, areas } = answer;
  const own = areas.classes[area];
  const ids = statesOf(rule).map(({ id }) => id);
  const words = t.zoning.take;
  const decide = (value: string) =>
    choose(store, { decided: withDecision(decided, areas.keys[area], value === "" ? null : value) });
  return (
    <NativeSelect
      size="xs"
      label={words.decide}
      value={areas.states[area] === own ? "" : ids[areas.states[area]]}
      onChange={(event) => decide(event.currentTarget.value)}
      data={[
        { value: "", label: words.byFigures(labelOf(rule, own, f, t)) },
        ...areas.options[area].map((state) => ({ value: ids[state], label: labelOf(rule, state, f, t) })),
      ]}
    />
  );
}
