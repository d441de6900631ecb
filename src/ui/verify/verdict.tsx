import { IconAlertTriangle, IconCircleCheck, IconCircleMinus } from "@tabler/icons-react";
import { useTexts } from "../services.tsx";
import classes from "./verdict.module.css";

/** Found again; different; different because the reader changed something; never meant to be the same. */
export type VerdictKind = "found" | "lost" | "lostByYou" | "notComparable";

const ICONS = {
  found: IconCircleCheck,
  lost: IconAlertTriangle,
  lostByYou: IconAlertTriangle,
  notComparable: IconCircleMinus,
} as const;

export function Verdict({ kind, isShort = false }: { readonly kind: VerdictKind; readonly isShort?: boolean }) {
  const t = useTexts();
  const Icon = ICONS[kind];
  return (
    <span className={classes.verdict} data-kind={kind}>
      <Icon size={isShort ? 20 : 16} stroke={1.8} aria-hidden />
      <span className={isShort ? "visually-hidden" : undefined}>{t.verify.words[kind]}</span>
    </span>
  );
}
