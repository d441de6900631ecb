import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Camera } from "../../app/question.ts";
import { type Failure, FailureError } from "../../core/failure.ts";
import type { AccessMap } from "../../map/access-map.ts";
import { explainFailure } from "../parts/failure-notice.tsx";
import { useFormats, useTexts } from "../services.tsx";
import { hasOutline } from "../understand/outline.ts";
import { type Reading, rowOfUnit } from "../understand/reading.ts";
import { writeRowValue } from "../understand/value-words.ts";
import classes from "./compare-maps.module.css";
import { useComparedMap } from "./use-compared-map.ts";

interface ComparedMapProps {
  readonly letter: string;
  readonly reading: Reading;
  readonly onMap: (map: AccessMap | null) => void;
  readonly onMove: (camera: Camera) => void;
}

/** One of the two maps, with the name of its territory and of the commune under the pointer. */
export function ComparedMap({ letter, reading, onMap, onMove }: ComparedMapProps) {
  const t = useTexts();
  const f = useFormats();
  const box = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const map = useComparedMap(box, { hover: setHovered, move: onMove, failed: setFailure });
  const { answer } = reading;
  const { name } = answer.summary.territory;
  const words = t.compare.maps;
  useEffect(() => onMap(map), [map, onMap]);
  useEffect(() => {
    map?.setChoropleth({
      units: answer.units,
      classes: reading.classes,
      dimmed: reading.dimmed,
      palette: reading.palette,
    });
  }, [map, answer, reading]);
  useEffect(() => map?.setTerritory(answer.question.territory), [map, answer]);
  useEffect(() => map?.setHovered(hovered), [map, hovered]);
  useEffect(() => map?.setLabels({ aria: words.label(name) }), [map, words, name]);
  const row = hovered === null ? undefined : rowOfUnit(answer, hovered);
  return (
    <div className={classes.frame}>
      <div ref={box} className={classes.map} />
      <p className={classes.name}>
        <span className={classes.letter} data-letter={letter}>
          {letter}
        </span>
        {name}
      </p>
      {row !== undefined && (
        <p className={classes.pointed}>
          <strong>{answer.names[row]}</strong>
          {` ${writeRowValue(reading, row, f, t)}`}
        </p>
      )}
      {failure && (
        <div className={classes.trouble} role="alert">
          <p>{`${words.failed} ${explainFailure(new FailureError(failure.code, failure.params), t)}`}</p>
          {map && (
            <Button
              size="compact-xs"
              mt="xs"
              onClick={() => {
                setFailure(null);
                map.reloadTiles();
              }}
            >
              {t.common.retry}
            </Button>
          )}
        </div>
      )}
      {!failure && !hasOutline(answer.question.territory) && <p className={classes.trouble}>{words.noOutline}</p>}
    </div>
  );
}
