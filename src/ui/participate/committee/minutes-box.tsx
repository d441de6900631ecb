import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { writeMinutes } from "../../../core/participation/minutes.ts";
import { parseTerritory } from "../../../core/territory.ts";
import { saveFile } from "../../parts/download-file.ts";
import { useFormats, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import { PrintSheet } from "../report/print-sheet.tsx";
import classes from "./committee.module.css";
import { listNotes } from "./list-notes.ts";
import sheet from "./minutes.module.css";
import { type MinutesBlock, writeBlocks } from "./minutes-blocks.ts";
import { writeMarkdown, writePlain } from "./minutes-text.ts";

interface MinutesBoxProps {
  readonly view: SpaceView;
  /** That one alone; null: everything. */
  readonly consultation: string | null;
}

/** The minutes, on paper or in a file: what the register says, in its order, nothing rewritten. */
export function MinutesBox({ view, consultation }: MinutesBoxProps) {
  const t = useTexts();
  const f = useFormats();
  const { places } = usePlaces();
  const [isPrinting, setIsPrinting] = useState(false);
  const words = t.committee.minutes;
  const { state, log, space } = view;
  const write = () => {
    const names = {
      place: (scope: string) => places?.find(parseTerritory(scope))?.name ?? scope,
      notes: (id: string) => listNotes(view, id).map(({ text }) => text),
    };
    return writeBlocks(writeMinutes(state, log, consultation), names, t, f);
  };
  const save = (text: string, extension: "md" | "txt") => {
    const type = extension === "md" ? "text/markdown" : "text/plain";
    const name = `oasis-${space.replace(":", "-")}-${state.asOf}.${extension}`;
    saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
  };
  return (
    <div className={classes.stack}>
      <p className={classes.help}>{words.help}</p>
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={() => setIsPrinting(true)}>
          {words.print}
        </Button>
        <Button size="xs" variant="default" onClick={() => save(writeMarkdown(write()), "md")}>
          {words.markdown}
        </Button>
        <Button size="xs" variant="default" onClick={() => save(writePlain(write()), "txt")}>
          {words.plain}
        </Button>
      </div>
      {isPrinting && (
        <PrintSheet onDone={() => setIsPrinting(false)}>
          <MinutesPage blocks={write()} />
        </PrintSheet>
      )}
    </div>
  );
}

function MinutesPage({ blocks }: { readonly blocks: readonly MinutesBlock[] }) {
  return (
    <div className={sheet.page}>
      {blocks.map((block, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: written once, never reordered
        <Block key={k} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: MinutesBlock }) {
  switch (block.kind) {
    case "title":
      return <h1>{block.text}</h1>;
    case "heading":
      return <h2>{block.text}</h2>;
    case "subheading":
      return <h3>{block.text}</h3>;
    case "text":
      return <p>{block.text}</p>;
    case "quote":
      return <blockquote>{block.text}</blockquote>;
    case "table":
      return (
        <table>
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their order
                  <td key={k}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
