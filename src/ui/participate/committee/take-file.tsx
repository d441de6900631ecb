import { useState } from "react";
import type { FilePreview } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { PickFile } from "../../parts/pick-file.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { useToast } from "../../shell/toast.tsx";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { shortKey } from "./standing.ts";
import { explainRefusal, useDeed } from "./use-deed.ts";

/** Takes the file of a register once what it brings has been said. */
export function TakeFile({ onTaken }: { onTaken(space: string): void }) {
  const t = useTexts();
  const { contributions } = useServices();
  const toast = useToast();
  const deed = useDeed();
  const [preview, setPreview] = useState<FilePreview | null>(null);
  const words = t.committee.files;
  const look = (file: File | undefined) =>
    file &&
    void deed.run(async () => {
      setPreview(null);
      setPreview(await contributions.previewFile(file));
    });
  const take = async (space: string) => {
    if (!(await deed.run(() => contributions.takeFile()))) return;
    setPreview(null);
    toast({ title: words.taken });
    onTaken(space);
  };
  return (
    <section
      className={classes.stack}
      aria-label={words.choose}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        look(event.dataTransfer.files[0]);
      }}
    >
      <div className={classes.actions}>
        <PickFile label={words.choose} accept=".dmlog,application/x-ndjson" isBusy={deed.isBusy} onFile={look} />
      </div>
      <DeedProblem problem={deed.problem} />
      {preview && <Preview preview={preview} onTake={() => void take(preview.space)} onNo={() => setPreview(null)} />}
    </section>
  );
}

interface PreviewProps {
  readonly preview: FilePreview;
  onTake(): void;
  onNo(): void;
}

function Preview({ preview, onTake, onNo }: PreviewProps) {
  const t = useTexts();
  const words = t.committee.files;
  const { space, name, genesis, news, known, erased, refused, isNewSpace } = preview;
  const said = [
    words.about(name ?? space),
    words.brings(news, known),
    erased > 0 ? words.erased(erased) : "",
    isNewSpace && genesis !== null ? words.newSpace(shortKey(genesis)) : "",
  ];
  return (
    <section aria-label={words.preview} data-news={news}>
      <Notice
        text={said.filter((one) => one !== "").join(" ")}
        actions={[
          { label: words.take, onClick: onTake },
          { label: t.committee.cancel, onClick: onNo },
        ]}
      />
      {refused.length > 0 && (
        <ul className={classes.list} aria-label={words.refusedLines(refused.length)}>
          {refused.slice(0, 10).map(({ line, code, where }) => (
            <li key={line} className={classes.row}>
              {words.refusedLine(line, explainRefusal(code, where, t))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
