import type { ReactNode } from "react";
import classes from "./scroll-table.module.css";

interface ScrollTableProps {
  readonly caption: string;
  readonly isCaptionShown?: boolean;
  readonly children: ReactNode;
}

/** A small table of figures that scrolls sideways, by keyboard too, where there is no room for it. */
export function ScrollTable({ caption, isCaptionShown = false, children }: ScrollTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroller} aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className={isCaptionShown ? undefined : "visually-hidden"}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
