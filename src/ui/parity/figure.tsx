import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { downloadDrawing } from "../parts/download-file.ts";
import { useTexts } from "../services.tsx";
import classes from "./parity-report.module.css";

interface FigureProps {
  readonly title: string;
  readonly help: string;
  /** Without its ending. */
  readonly fileName: string;
  readonly tableTitle: string;
  readonly table: ReactNode;
  readonly actions?: ReactNode;
  /** The drawing. */
  readonly children: ReactNode;
}

/** A drawing one would put in a report: its title, what it shows, the file, and the same numbers as a table. */
export function Figure({ title, help, fileName, tableTitle, table, actions, children }: FigureProps) {
  const t = useTexts();
  const drawing = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <figure className={classes.figure}>
      <figcaption>
        <h3 className={classes.title}>{title}</h3>
        <p className={classes.help}>{help}</p>
      </figcaption>
      <div ref={drawing}>{children}</div>
      <div className={classes.head}>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => downloadDrawing(`${fileName}.svg`, drawing.current)}
        >
          {t.parity.exports.drawing}
        </Button>
        {actions}
      </div>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className={classes.summary}>{tableTitle}</summary>
        {isOpen && <div className={classes.tableBox}>{table}</div>}
      </details>
    </figure>
  );
}
