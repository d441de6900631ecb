import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import type { ClustersAnswer } from "../../app/spatial.ts";
import { MoranScatter } from "../../charts/moran-scatter.tsx";
import figures from "../parts/figure-table.module.css";
import panel from "../parts/panel.module.css";
import { Section } from "../parts/section.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { type ClusterMode, countGroups, groupRows, groupsOf, nameGroup } from "./cluster-groups.ts";
import classes from "./clusters-panel.module.css";
import { CLUSTER_PALETTE, classOfGroup } from "./clusters-view.ts";

/** Chance is darker on white than on the map, and drawn first. */
const CHANCE = "#c3cac6";

interface ScatterSectionProps {
  readonly answer: ClustersAnswer;
  readonly mode: ClusterMode;
  readonly people: Float64Array;
}

/** Each commune against its neighbours, then the same by groups as a table. */
export function ScatterSection({ answer, mode, people }: ScatterSectionProps) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const words = t.clusters.scatter;
  const groups = useMemo(() => groupRows(answer, mode), [answer, mode]);
  const counts = useMemo(() => countGroups(answer, groups, people), [answer, groups, people]);
  const dots = useMemo(() => {
    const order = ["chance", "island", "HH", "LL", "HL", "LH"] as const;
    return {
      colours: order.map((group) => (group === "chance" ? CHANCE : CLUSTER_PALETTE[classOfGroup(group, mode)])),
      groups: Int8Array.from(groups, (group, row) =>
        answer.analysed[row] === 1 ? order.indexOf(group as (typeof order)[number]) : -1,
      ),
    };
  }, [answer, groups, mode]);
  const slope = f.decimal(answer.global.i, 2);
  return (
    <Section title={words.title} topic="clusters">
      {mode !== "gi" && (
        <>
          <div ref={ref}>
            {width > 0 && (
              <MoranScatter
                own={answer.scores}
                lag={answer.lag}
                groups={dots.groups}
                colours={dots.colours}
                slope={answer.global.i}
                width={width}
                label={words.label}
                summary={words.summary(slope)}
                across={mode === "need" ? words.acrossNeed : words.across}
                up={words.up}
                corners={words.corners}
                slopeText={words.slope(slope)}
              />
            )}
          </div>
          <p className={panel.note}>{`${words.help} ${words.open}`}</p>
        </>
      )}
      <table className={figures.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.group}</th>
            <th scope="col">{words.columns.communes}</th>
            <th scope="col">{words.columns.people}</th>
          </tr>
        </thead>
        <tbody>
          {groupsOf(mode).map((group) => (
            <tr key={group} data-group={group}>
              <th scope="row">
                <span
                  className={classes.swatch}
                  style={{ backgroundColor: CLUSTER_PALETTE[classOfGroup(group, mode)] }}
                  aria-hidden
                />
                {nameGroup(group, mode, t)}
              </th>
              <td data-exact={counts[group].areas}>{f.integer(counts[group].areas)}</td>
              <td>{f.people(counts[group].people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
