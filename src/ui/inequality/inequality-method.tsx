import type { ReactNode } from "react";
import type { frInequalityTopics } from "../../i18n/fr-inequality-method.ts";
import { Formula } from "../parts/formula.tsx";
import { useTexts } from "../services.tsx";
import classes from "./inequality-method.module.css";

type InequalityTopic = keyof typeof frInequalityTopics;

/** Definition, formula and source of every measure of inequality, for the drawer « Sources et méthode ». */
export function InequalityMethod({ title }: { readonly title: (topic: InequalityTopic) => ReactNode }) {
  const t = useTexts();
  const words = t.inequality.method;
  return (Object.keys(words.texts) as InequalityTopic[]).map((topic) => {
    const { definition, formula, source } = words.texts[topic];
    return (
      <section key={topic} className={classes.topic}>
        {title(topic)}
        <p>{definition}</p>
        <Formula text={formula} />
        <p className={classes.source}>{`${words.source} : ${source}`}</p>
      </section>
    );
  });
}
