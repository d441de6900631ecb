import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import classes from "./print-sheet.module.css";

interface PrintSheetProps {
  readonly children: ReactNode;
  /** The person has printed, or given up. */
  onDone(): void;
}

/** Sent to the printer in place of the application, as soon as it is there; never seen on the screen. */
export function PrintSheet({ children, onDone }: PrintSheetProps) {
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const hear = () => done.current();
    window.addEventListener("afterprint", hear);
    const timer = window.setTimeout(() => window.print(), 50);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("afterprint", hear);
    };
  }, []);
  return createPortal(<article className={`${classes.sheet} oasis-sheet`}>{children}</article>, document.body);
}
