import { type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./scroll-table.module.css";

interface ScrollTableProps {
  readonly caption: string;
  readonly isCaptionShown?: boolean;
  readonly children: ReactNode;
}

/** A small table of figures; where there is no room for it, it scrolls sideways, by keyboard too. */
export function ScrollTable({ caption, isCaptionShown = false, children }: ScrollTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setIsWide(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={scroller} className={classes.scroller} tabIndex={isWide ? 0 : undefined}>
      <table className={classes.table}>
        <caption className={isCaptionShown ? undefined : "visually-hidden"}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
