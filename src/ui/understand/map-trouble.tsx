import { Button } from "@mantine/core";
import { FailureError } from "../../core/failure.ts";
import { explainFailure } from "../parts/failure-notice.tsx";
import { useServices, useTexts } from "../services.tsx";
import classes from "./map-trouble.module.css";
import type { MapTroubleKind } from "./map-trouble-kind.ts";

interface MapTroubleProps {
  readonly trouble: MapTroubleKind;
  readonly onSettled: () => void;
}

/** Why there is no map, what to do about it, and the table that shows the same. */
export function MapTrouble({ trouble, onSettled }: MapTroubleProps) {
  const t = useTexts();
  const { store, map } = useServices();
  const words = t.understand.map;
  const isWebgl = trouble.kind === "failed" && trouble.failure.code === "webgl-unavailable";
  const isTiles = trouble.kind === "failed" && !isWebgl;
  const title = isWebgl ? words.noWebglTitle : isTiles ? words.tilesTitle : words.lostTitle;
  const text =
    trouble.kind === "failed"
      ? explainFailure(new FailureError(trouble.failure.code, trouble.failure.params), t)
      : words.lost;
  const retry = () => {
    if (isTiles) map.current?.reloadTiles();
    onSettled();
  };
  return (
    <div className={classes.cover} role="alert">
      <div className={classes.box}>
        <h2>{title}</h2>
        <p>{text}</p>
        <div className={classes.actions}>
          <Button onClick={() => store.ask({ view: "table" })}>{words.showTable}</Button>
          {isTiles && (
            <Button variant="default" onClick={retry}>
              {t.common.retry}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
