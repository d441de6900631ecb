import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useStore } from "zustand";
import type { Question } from "../../app/question.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { useFormats, useServices, useTexts } from "../services.tsx";
import { usePlace } from "../use-answers.ts";
import classes from "./problem-notices.module.css";

/** What a link asked that could not be used, and what is shown instead. */
export function ProblemNotices() {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { problems, question } = useStore(store);
  const place = usePlace();
  if (problems.length === 0) return null;
  return (
    <Alert
      className={classes.notice}
      color="desert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t.problems.title}
      withCloseButton
      closeButtonLabel={t.common.dismiss}
      onClose={() => store.dismissProblems()}
    >
      <ul className={classes.list}>
        {problems.map(({ name, text }) => (
          <li key={name}>
            {t.problems.ignored(nameOf(name, t), text, shownInstead(name, question, place?.name ?? "", t, f))}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function nameOf(name: string, t: Texts): string {
  return name in t.problems.names ? t.problems.names[name as keyof Texts["problems"]["names"]] : name;
}

function shownInstead(name: string, question: Question, place: string, t: Texts, f: Formats): string {
  const { series } = question;
  switch (name) {
    case "territory":
      return place;
    case "profession":
      return t.professions.names[series.profession];
    case "year":
      return String(series.year);
    case "ages":
      return t.understand.selectors.agesNames[series.ages];
    case "show":
      return t.understand.legend.filters[question.filter];
    case "lens":
      return t.lenses.names[question.lens];
    case "scale":
      return t.understand.legend.scales[question.scale];
    case "page":
      return {
        verify: t.verify.title,
        act: t.rooms.names.act,
        participate: t.rooms.names.participate,
        map: t.rooms.names.understand,
      }[question.page];
    case "view":
      return t.understand.table.views[question.view];
    case "rule":
      return t.robustness.rule.names[question.choices.rule];
    case "loss":
      return t.departures.percent(f.integer(question.choices.loss));
    case "set":
      return t.cumulated.set.names[question.choices.set];
    case "pharmacy":
    case "emergency":
      return t.cumulated.minutes.value(f.integer(question.choices[name]));
    case "zoning":
      return t.zoning.rule.latest;
    case "within":
      return t.deserts.within.names[question.choices.within];
    case "colour":
      return t.deserts.colour.names[question.choices.colour];
    case "against":
      return t.clusters.against.names[question.choices.against];
    case "statistic":
      return t.clusters.statistic.names[question.choices.statistic];
    case "near":
      return t.clusters.near.names[question.choices.near];
    case "beside":
      return t.clusters.beside.names[question.choices.beside];
    case "least":
    case "deals":
    case "seed":
      return f.integer(question.choices[name]);
    case "aim":
      return t.act.form.aims[question.act.aim];
    case "sites":
    case "priority":
    case "minutes":
      return f.integer(question.act[name]);
    case "fte":
      return f.limit(question.act.fte);
    case "part":
      return t.participate.parts.names[question.participate.part];
    case "lang":
      return t.language.names[f.locale];
    default:
      return t.problems.nothing;
  }
}
