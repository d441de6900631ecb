import { type AccessModel, modelOf } from "../core/access/model.ts";
import { type AgeLimit, nearestSeries, PROFESSION_RULES, type Profession } from "../core/professions.ts";
import { formatTerritory, sameTerritory, type Territory } from "../core/territory.ts";
import type { ActChoices } from "./act-choices.ts";
import type { LensChoices } from "./lens-choices.ts";
import type { Lens } from "./lenses.ts";
import { ownOrChanged } from "./model-text.ts";
import type { Places } from "./places.ts";
import { DEFAULT_QUESTION, type Filter, type Page, type Point, type Problem, snapThreshold } from "./question.ts";
import type { RoundsChoices } from "./rounds-choices.ts";
import type { QuestionStore } from "./store.ts";

/** Moves to another territory; what is selected stays only if the caller keeps it. */
export function goTo(store: QuestionStore, territory: Territory, selected: string | null = null): void {
  const { question } = store.getState();
  if (sameTerritory(question.territory, territory) && question.selected === selected) return;
  store.ask({ territory, selected, camera: null }, "push");
}

/** Another profession: its own threshold, and the published year and ages nearest to those in force. */
export function chooseProfession(store: QuestionStore, profession: Profession): void {
  const { series } = store.getState().question;
  store.ask(
    { series: nearestSeries(profession, series.year, series.ages), threshold: null, filter: "all", model: null },
    "push",
  );
}

export function chooseYear(store: QuestionStore, year: number): void {
  const { series } = store.getState().question;
  store.ask({ series: nearestSeriesOfYear(series.profession, year, series.ages) }, "push");
}

export function chooseAges(store: QuestionStore, ages: AgeLimit): void {
  const { series } = store.getState().question;
  store.ask({ series: nearestSeries(series.profession, series.year, ages) }, "push");
}

export function moveThreshold(store: QuestionStore, value: number): void {
  const { series } = store.getState().question;
  const threshold = snapThreshold(value, series.profession);
  store.ask({ threshold: threshold === PROFESSION_RULES[series.profession].threshold ? null : threshold });
}

export function chooseLens(store: QuestionStore, lens: Lens): void {
  if (store.getState().question.lens !== lens) store.ask({ lens }, "push");
}

/** Changes assumptions of the recomputation; back to the profession's own leaves no trace in the address. */
export function changeModel(store: QuestionStore, change: Partial<AccessModel>): void {
  const { model, series } = store.getState().question;
  store.ask({ model: ownOrChanged({ ...(model ?? modelOf(series.profession)), ...change }, series.profession) });
}

/** Counts what is in reach from a point, to the metre. */
export function startFrom(store: QuestionStore, { lon, lat }: Point): void {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  store.ask({ from: { lon: round(lon), lat: round(lat) } });
}

/** A refinement within a lens: the others stay. */
export function choose(store: QuestionStore, change: Partial<LensChoices>): void {
  store.ask({ choices: { ...store.getState().question.choices, ...change } });
}

/** Another request of room « Agir »: what was found for the one before is no answer to it. */
export function changeAct(store: QuestionStore, change: Partial<ActChoices>): void {
  store.ask({ act: { ...store.getState().question.act, asked: false, ...change } });
}

/** Other rounds are asked for: what was found for those before is no answer to it. */
export function changeRounds(store: QuestionStore, change: Partial<RoundsChoices>): void {
  store.ask({ rounds: { ...store.getState().question.rounds, asked: false, ...change } });
}

/** The same rounds, looked at otherwise. */
export function viewRounds(
  store: QuestionStore,
  change: Partial<Pick<RoundsChoices, "leave" | "start" | "week" | "sheet">>,
): void {
  store.ask({ rounds: { ...store.getState().question.rounds, ...change } });
}

/** A page one can go back from. */
export function openPage(store: QuestionStore, page: Page): void {
  if (store.getState().question.page !== page) store.ask({ page }, "push");
}

/** Side by side with another territory, or alone again. */
export function compareWith(store: QuestionStore, compared: Territory | null): void {
  store.ask({ compared }, "push");
}

export function chooseFilter(store: QuestionStore, filter: Filter): void {
  store.ask({ filter });
}

export function select(store: QuestionStore, code: string | null): void {
  if (store.getState().question.selected !== code) store.ask({ selected: code });
}

/** Replaces a territory or a commune that no list of places knows, and says so: a well-formed code may name nothing. */
export function dropUnknownPlaces(store: QuestionStore, places: Places): void {
  const { question } = store.getState();
  const { territory, selected } = question;
  const isKnown = places.find(territory) !== undefined;
  const isSelectedKnown = selected === null || places.unitOf(selected) !== undefined;
  if (isKnown && isSelectedKnown) return;
  const problem = (name: string, text: string): Problem => ({
    name,
    text,
    failure: { code: "unknown-territory", params: { text } },
  });
  store.report([
    ...(isKnown ? [] : [problem("territory", formatTerritory(territory))]),
    ...(isSelectedKnown ? [] : [problem("selected", selected)]),
  ]);
  store.ask({
    territory: isKnown ? territory : DEFAULT_QUESTION.territory,
    selected: isSelectedKnown ? selected : null,
  });
}

function nearestSeriesOfYear(profession: Profession, year: number, ages: AgeLimit) {
  const exact = nearestSeries(profession, year, ages);
  return exact.year === year ? exact : nearestSeries(profession, year, "all");
}
