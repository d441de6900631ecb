import type { ReachAnswer, ReachBand } from "../../app/answers.ts";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./reach-panel.module.css";

/** Rows in the order they are read: people, then care from the most to the least usual. */
const KINDS = ["gp", "nurse", "physio", "midwife", "dentist", "pharmacy", "emergency", "franceServices"] as const;

/** What is within each band, limits included; a band holds those before it. */
export function ReachTable({ answer }: { readonly answer: ReachAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.reach.table;
  const rows: readonly (readonly [
    key: string,
    label: string,
    figure: (band: ReachBand) => string,
    exact: (band: ReachBand) => number,
  ])[] = [
    ["people", words.people, (band) => f.people(band.people), (band) => band.people],
    ["communes", words.communes, (band) => f.integer(band.communes), (band) => band.communes],
    ...KINDS.map(
      (kind) =>
        [
          kind,
          words.kinds[kind],
          (band: ReachBand) => f.integer(band.counts[kind]),
          (band: ReachBand) => band.counts[kind],
        ] as const,
    ),
  ];
  return (
    <Section title={words.title} topic="facilities">
      <div className={classes.scroll}>
        <table className={classes.table}>
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.what}</span>
              </th>
              {answer.bands.map(({ minutes }) => (
                <th key={minutes} scope="col">
                  {words.within(f.integer(minutes))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, label, figure, exact]) => (
              <tr key={key} data-kind={key}>
                <th scope="row">{label}</th>
                {answer.bands.map((band) => (
                  <td key={band.minutes} data-exact={exact(band)}>
                    {figure(band)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.help}>{words.note}</p>
    </Section>
  );
}
