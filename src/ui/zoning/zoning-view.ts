import type { ZoningAnswer } from "../../app/zoning.ts";
import { STATUS_CLASS } from "../../core/classes.ts";
import { PROFESSION_RULES } from "../../core/professions.ts";
import { type RuleText, statesOf, type ZoningRule } from "../../core/zoning/rule.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { setFrenchSpaces } from "../../i18n/typography.ts";
import { PATTERN_COLOURS } from "../../map/legend.ts";
import type { LensColumn, LensView } from "../understand/lens-view.ts";

/** Classes of bounds: priority, pool, outside, then what is decided: complementary, under watch. */
export const BOUNDS_PALETTE = ["#5f3608", "#e8c987", "#3d9a8e", "#b06f22", "#d9dcf2"] as const;
/** Five classes by share, worst served first. */
export const SHARES_PALETTE = ["#5f3608", "#c9913f", "#f6efdd", "#74bcb2", "#0b5d56"] as const;

/** A text of a rule file, spaced as the interface's own. */
export function sayText(text: RuleText, f: Formats): string {
  return f.locale === "fr" ? setFrenchSpaces(text.fr) : text.en;
}

export function zoningPalette(rule: ZoningRule): readonly string[] {
  return (rule.method === "shares" ? SHARES_PALETTE : BOUNDS_PALETTE).slice(0, statesOf(rule).length);
}

export function nameArea({ areas }: ZoningAnswer, area: number, t: Texts): string {
  const words = t.zoning.list;
  const name = areas.names[area];
  const kind = areas.kinds[area];
  return kind === "rest" ? words.kinds.rest(name, areas.epcis[area] ?? words.noEpci) : words.kinds[kind](name);
}

export function labelOf(rule: ZoningRule, state: number, f: Formats, t: Texts): string {
  const found = statesOf(rule)[state];
  return found ? sayText(found.label, f) : t.zoning.missing;
}

/** The state of an area; one that was decided is an assumption. */
export function sayState({ rule, areas }: ZoningAnswer, area: number, f: Formats, t: Texts): string {
  const label = labelOf(rule, areas.states[area], f, t);
  return areas.states[area] === areas.classes[area] ? label : t.zoning.hypothesis(label);
}

export function shortOf(rule: ZoningRule, state: number, f: Formats, t: Texts): string {
  const found = statesOf(rule)[state];
  return found ? sayText(found.short, f) : t.zoning.missing;
}

/** Access of an area: a digit more than elsewhere, since 2.52 is not 2.5. */
export function writeAccess(value: number, rule: ZoningRule, f: Formats, t: Texts): string {
  return Number.isNaN(value) ? t.statuses.missing : f.decimal(value, PROFESSION_RULES[rule.profession].digits + 1);
}

/** Each commune in the class of its area; `scenario`: the title of the one in force. */
export function viewZoning(answer: ZoningAnswer, f: Formats, t: Texts, scenario?: string): LensView {
  const { rule, year, areas, areaOf, stateOf, units, counted } = answer;
  const words = t.zoning;
  const palette = zoningPalette(rule);
  const present = new Set(stateOf);
  const said = (row: number) =>
    areaOf[row] >= 0 ? sayState(answer, areaOf[row], f, t) : labelOf(rule, stateOf[row], f, t);
  return {
    units,
    classes: Int8Array.from(stateOf, (state) => (state < 0 ? STATUS_CLASS.missing : state)),
    dimmed: new Uint8Array(units.length),
    palette,
    title:
      scenario === undefined
        ? words.legend(sayText(rule.label, f))
        : words.scenario.legend(sayText(rule.label, f), scenario),
    topic: "zoning",
    entries: [
      // What nobody has decided has no place in the legend.
      ...statesOf(rule).flatMap((_, state) =>
        state < rule.classes.length || present.has(state)
          ? [{ classIndex: state, colour: palette[state], pattern: null, label: labelOf(rule, state, f, t) }]
          : [],
      ),
      {
        classIndex: STATUS_CLASS.missing,
        colour: PATTERN_COLOURS.missing,
        pattern: "missing",
        label: words.missing,
      },
    ],
    note: words.note,
    describe: (row) => ({
      value:
        areaOf[row] >= 0
          ? words.row(nameArea(answer, areaOf[row], t), writeAccess(areas.access[areaOf[row]], rule, f, t))
          : counted[row] === 0
            ? words.city
            : words.missing,
      level: said(row),
    }),
    columns: listColumns(answer, said, f, t),
    fileName: `zonage-simule-${rule.id}-${year}${answer.areas.before ? "-scenario" : ""}`,
  };
}

function listColumns(answer: ZoningAnswer, said: (row: number) => string, f: Formats, t: Texts): readonly LensColumn[] {
  const { rule, areas, areaOf, stateOf } = answer;
  const words = t.zoning.table;
  const ids = statesOf(rule).map(({ id }) => id);
  const ofArea = (row: number, column: Float64Array) => (areaOf[row] < 0 ? Number.NaN : column[areaOf[row]]);
  const area = (row: number) => (areaOf[row] < 0 ? t.zoning.missing : nameArea(answer, areaOf[row], t));
  const rank = (row: number) => (stateOf[row] < 0 ? Number.NaN : stateOf[row]);
  return [
    {
      key: "value",
      header: words.state,
      cell: said,
      text: said,
      compare: (a, b) => rank(a) - rank(b),
      csvHeader: "simulated_state",
      csv: (row) => ids[stateOf[row]] ?? "",
    },
    {
      key: "area",
      header: words.area,
      cell: area,
      text: area,
      compare: (a, b) => area(a).localeCompare(area(b)),
      csvHeader: "area",
      csv: (row) => (areaOf[row] < 0 ? "" : areas.keys[areaOf[row]]),
    },
    {
      key: "access",
      header: words.access,
      align: "end",
      width: 120,
      cell: (row) => writeAccess(ofArea(row, areas.access), rule, f, t),
      compare: (a, b) => ofArea(a, areas.access) - ofArea(b, areas.access),
      csvHeader: "area_apl",
      csv: (row) => ofArea(row, areas.access),
    },
    {
      key: "people",
      header: words.people,
      align: "end",
      width: 120,
      cell: (row) => f.people(ofArea(row, areas.people)),
      compare: (a, b) => ofArea(a, areas.people) - ofArea(b, areas.people),
      csvHeader: "area_people",
      csv: (row) => ofArea(row, areas.people),
    },
  ];
}
