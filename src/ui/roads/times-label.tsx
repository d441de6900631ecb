import type { TimesUsed } from "../../app/roads.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { InfoButton } from "../parts/info-button.tsx";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./times-label.module.css";

/** What kind of times a figure was computed with: said beside it, always. */
export function TimesLabel({ used }: { readonly used: TimesUsed }) {
  const t = useTexts();
  const f = useFormats();
  const kind = used.estimated === 0 ? "road" : used.brought === 0 ? "estimated" : "mixed";
  return (
    <span className={classes.label}>
      <span className={classes.badge} data-kind={kind}>
        {writeTimes(used, f, t)}
      </span>
      <InfoButton topic="times" />
    </span>
  );
}

/** « temps routiers », « temps estimés », or their shares of the links. */
export function writeTimes({ brought, estimated }: TimesUsed, f: Formats, t: Texts): string {
  if (brought === 0) return t.roads.times.estimated;
  return estimated === 0 ? t.roads.times.road : t.roads.times.mixed(f.percent(brought / (brought + estimated)));
}
