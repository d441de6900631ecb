import { useStore } from "zustand";
import { Notice } from "../parts/notice.tsx";
import { useLocale, useServices, useTexts } from "../services.tsx";
import { writeDuration } from "./write-duration.ts";

const DAY = 86_400_000;

/** The clock of this device is wrong, by that of a relay: what it changes, and what to do. */
export function ClockNotice() {
  const { participate: words } = useTexts();
  const locale = useLocale();
  const skew = useStore(useServices().contributions, ({ clockSkew }) => clockSkew);
  if (skew === null) return null;
  const how = skew > 0 ? "behind" : skew < -DAY ? "refused" : "ahead";
  return (
    <div role="status" data-clock={how}>
      <Notice text={words.clock[how](writeDuration(Math.abs(skew), locale))} />
    </div>
  );
}
