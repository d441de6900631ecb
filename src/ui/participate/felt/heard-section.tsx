import { useState } from "react";
import type { FeltAnswer } from "../../../app/felt.ts";
import type { HeardBy } from "../../../core/participation/who-is-heard.ts";
import type { Formats } from "../../../i18n/format.ts";
import type { Texts } from "../../../i18n/fr.ts";
import { ChoiceField } from "../../parts/choice-field.tsx";
import { ScrollTable } from "../../parts/scroll-table.tsx";
import { Section } from "../../parts/section.tsx";
import { useFormats, useTexts } from "../../services.tsx";
import classes from "./felt.module.css";

/** Who speaks less than there are people, by where voices come from. */
export function HeardSection({ answer }: { readonly answer: FeltAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.felt.heard;
  const [by, setBy] = useState<HeardBy>("density");
  const found = answer.heard.find((one) => one.by === by) ?? answer.heard.at(0);
  if (!found) return null;
  return (
    <Section title={words.title}>
      <div className={classes.stack}>
        <p className={classes.text}>{words.intro}</p>
        <ChoiceField
          label={words.by}
          value={found.by}
          options={answer.heard.map((one) => one.by)}
          names={words.names}
          onChange={setBy}
        />
        <ScrollTable caption={words.caption(words.names[found.by])}>
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.people}</th>
              <th scope="col">{words.told}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {found.groups.map(({ id, peopleShare, low, high, heard }) => (
              <tr key={id} data-heard={heard} data-strong={heard === "less" || undefined}>
                <th scope="row">{nameGroup(found.by, id, t, f)}</th>
                <td>{f.percent(peopleShare)}</td>
                <td>{t.felt.table.between(f.percent(low), f.percent(high))}</td>
                <td>{words.verdicts[heard]}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
        <p className={classes.help}>{words.known(f.percent(found.known / found.everyone))}</p>
      </div>
    </Section>
  );
}

function nameGroup(by: HeardBy, id: string, t: Texts, f: Formats): string {
  const { densities, ages } = t.inequality.groups;
  if (by === "density" && id in densities) return densities[id as keyof typeof densities];
  if (by === "age" && id in ages) return ages[id as keyof typeof ages];
  if (by === "income-tenth") return t.felt.heard.tenth(f.ordinal(Number(id)));
  const [from, to] = id.split("-");
  return to === "more"
    ? t.felt.heard.atLeast(f.limit(Number(from)))
    : t.felt.heard.range(f.limit(Number(from)), f.limit(Number(to)));
}
