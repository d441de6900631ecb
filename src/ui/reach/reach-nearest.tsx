import type { ReachAnswer } from "../../app/answers.ts";
import { Section } from "../parts/section.tsx";
import { writeTimes } from "../roads/times-label.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./reach-panel.module.css";
import { writeMinutes } from "./reach-words.ts";

/** The nearest pharmacy and emergency department, with the kind of time it is said in. */
export function NearestPlaces({ answer }: { readonly answer: ReachAnswer }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.reach.nearest;
  return (
    <Section title={words.title} topic="reach">
      <dl className={classes.nearest}>
        {(["pharmacy", "emergency"] as const).map((kind) => {
          const place = answer.nearest[kind];
          return (
            <div key={kind} className={classes.pair} data-nearest={kind}>
              <dt>{words[kind]}</dt>
              <dd>
                {place ? (
                  <>
                    {words.at(place.name, writeMinutes(place.minutes, f, t))}
                    <span className={classes.kind}>
                      {writeTimes({ brought: place.isBrought ? 1 : 0, estimated: place.isBrought ? 0 : 1 }, f, t)}
                    </span>
                  </>
                ) : (
                  words.none
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
