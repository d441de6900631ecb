import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { KeptRoads } from "../../app/roads.ts";
import { useFormats, useServices, useTexts } from "../services.tsx";
import { FileDrop } from "./file-drop.tsx";
import classes from "./roads-dialog.module.css";

interface FileChoiceProps {
  readonly onFile: (file: File) => void;
  readonly onResume: (name: string) => void;
}

/** What may be brought, and what this browser kept. */
export function FileChoice({ onFile, onResume }: FileChoiceProps) {
  const t = useTexts();
  const f = useFormats();
  const { roads } = useServices();
  const [kept, setKept] = useState<KeptRoads | null>(null);
  useEffect(() => {
    let isGone = false;
    roads.listKept().then(
      (found) => {
        if (!isGone) setKept(found);
      },
      // A browser without a private file system keeps nothing.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [roads]);
  const erase = async () => {
    await roads.dropKept();
    setKept(null);
  };
  const words = t.roads.dialog;
  return (
    <>
      <p>{words.intro}</p>
      {kept && (
        <div className={classes.kept}>
          <span>{words.kept(kept.name, f.bytes(kept.bytes))}</span>
          <Button size="xs" onClick={() => onResume(kept.name)}>
            {words.resume}
          </Button>
          <Button size="xs" variant="default" onClick={() => void erase()}>
            {words.erase}
          </Button>
        </div>
      )}
      <FileDrop choose={words.choose} accept=".pbf,.road,.csv,.json" onFile={onFile} />
      <h3 className={classes.subtitle}>{words.formats}</h3>
      <dl className={classes.formats}>
        {(["pbf", "road", "csv", "json"] as const).map((kind) => (
          <FileKind key={kind} ending={kind === "pbf" ? ".osm.pbf" : `.${kind}`} about={words.kinds[kind]} />
        ))}
      </dl>
    </>
  );
}

function FileKind({ ending, about }: { readonly ending: string; readonly about: string }) {
  return (
    <>
      <dt>{ending}</dt>
      <dd>{about}</dd>
    </>
  );
}
