import { Button } from "@mantine/core";
import type { ReachAnswer } from "../../app/answers.ts";
import { startFrom } from "../../app/commands.ts";
import { boundsOf, type ReachOverlay } from "../../map/reach-overlay.ts";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import classes from "./reach-panel.module.css";
import { useStartFromCommune } from "./use-start-from-commune.ts";

interface ReachStartProps {
  readonly answer: ReachAnswer | undefined;
  readonly areas: ReachOverlay["areas"] | undefined;
}

/** Where one starts from, and the ways to choose it besides a click on the map. */
export function ReachStart({ answer, areas }: ReachStartProps) {
  const t = useTexts();
  const f = useFormats();
  const { store, map } = useServices();
  const { places } = usePlaces();
  const from = useQuestion((q) => q.from);
  const selected = useQuestion((q) => q.selected);
  const view = useQuestion((q) => q.view);
  const startFromCommune = useStartFromCommune();
  const words = t.reach.start;
  const name = selected === null ? undefined : places?.find({ kind: "commune", code: selected })?.name;
  const bounds = areas && boundsOf(areas);
  return (
    <section className={classes.start} aria-labelledby="reach-start">
      <h2 id="reach-start">{from && answer ? t.reach.origin(answer.home.name) : words.title}</h2>
      {from ? (
        <p className={classes.help}>{t.reach.coordinates(f.decimal(from.lat, 5), f.decimal(from.lon, 5))}</p>
      ) : (
        <>
          <p className={classes.help}>{words.help}</p>
          <p className={classes.help}>{words.search}</p>
        </>
      )}
      <div className={classes.buttons}>
        {selected !== null && name !== undefined && (
          <Button size="xs" onClick={() => void startFromCommune(selected)}>
            {words.fromCommune(name)}
          </Button>
        )}
        {view === "map" && (
          <Button
            size="xs"
            variant={from || selected !== null ? "default" : "filled"}
            onClick={() => map.current && startFrom(store, map.current.getCamera())}
          >
            {words.fromCentre}
          </Button>
        )}
        {from && bounds && view === "map" && (
          <Button size="xs" variant="default" onClick={() => map.current?.fit(bounds)}>
            {words.frame}
          </Button>
        )}
        {from && (
          <Button size="xs" variant="default" onClick={() => store.ask({ from: null })}>
            {words.clear}
          </Button>
        )}
      </div>
    </section>
  );
}
