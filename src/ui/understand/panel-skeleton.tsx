import { Skeleton } from "@mantine/core";
import { useTexts } from "../services.tsx";
import classes from "./panel-skeleton.module.css";

/** Holds the place of the figures, at their size, until they come. */
export function PanelSkeleton() {
  const t = useTexts();
  return (
    <div className={classes.skeleton} role="status">
      <p className={classes.text}>{t.understand.panel.updating}</p>
      <Skeleton height="0.875rem" width="80%" />
      <Skeleton height="2.75rem" width="55%" />
      <Skeleton height="0.875rem" width="90%" />
      <Skeleton height="3rem" />
      <Skeleton height="8.5rem" />
      <Skeleton height="7rem" />
    </div>
  );
}
