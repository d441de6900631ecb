import type { ReactNode } from "react";
import classes from "./scroll-table.module.css";
import { Scroller } from "./scroller.tsx";

interface ScrollTableProps {
  readonly caption: string;
  readonly isCaptionShown?: boolean;
  readonly children: ReactNode;
}

/** A small table of figures; where there is no room for it, it scrolls sideways. */
export function ScrollTable({ caption, isCaptionShown = false, children }: ScrollTableProps) {
  return (
    <Scroller className={classes.scroller}>
      <table className={classes.table}>
        <caption className={isCaptionShown ? undefined : "visually-hidden"}>{caption}</caption>
        {children}
      </table>
    </Scroller>
  );
}
