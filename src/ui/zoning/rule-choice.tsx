import { NativeSelect } from "@mantine/core";
import { choose } from "../../app/commands.ts";
import { rulesOf } from "../../app/zoning.ts";
import type { ZoningRule } from "../../core/zoning/rule.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { Notice } from "../parts/notice.tsx";
import panel from "../parts/panel.module.css";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./zoning-panel.module.css";
import { sayText } from "./zoning-view.ts";

/** The dated rule in force, where it comes from, and the others of the profession. */
export function RuleChoice({ rule }: { readonly rule: ZoningRule }) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const words = t.zoning.rule;
  const rules = rulesOf(rule.profession);
  const other = rules.find(({ method }) => method !== "unpublished");
  const pick = (id: string) => choose(store, { zoning: id, decided: "" });
  return (
    <div className={panel.field}>
      <div className={classes.banner}>
        <strong>{t.zoning.banner}</strong>
        <span>{t.zoning.bannerHelp}</span>
      </div>
      <NativeSelect
        size="xs"
        label={words.label}
        value={rule.id}
        onChange={(event) => pick(event.currentTarget.value)}
        data={rules.map(({ id, label }) => ({ value: id, label: sayText(label, f) }))}
      />
      <p className={panel.note}>
        {writeDates(rule, f, t)} {words.source(rule.citation)}
      </p>
      {rule.ages === "le65" && <p className={panel.note}>{words.le65}</p>}
      {rule.method === "unpublished" && (
        <Notice
          text={words.unpublished}
          actions={other ? [{ label: words.other(sayText(other.label, f)), onClick: () => pick(other.id) }] : []}
        />
      )}
    </div>
  );
}

function writeDates({ from, to }: ZoningRule, f: Formats, t: Texts): string {
  const words = t.zoning.rule;
  const write = (date: string) => (date.length === 7 ? words.month(date.slice(0, 4), date.slice(5)) : f.date(date));
  return to === null ? words.since(write(from)) : words.dates(write(from), write(to));
}
