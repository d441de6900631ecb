import { Button } from "@mantine/core";
import { useState } from "react";
import { FAR_MINUTES, type Facility } from "../../../core/access/difficulty-sets.ts";
import { isProfession, PROFESSION_RULES, PROFESSIONS } from "../../../core/professions.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { TextField } from "./fields.tsx";
import { indicatorOf } from "./indicator-words.ts";

const FACILITIES: readonly Facility[] = ["pharmacy", "emergency"];
const MEASURES = {
  access: ["people-under", "share-under", "mean", "lowest-tenth"],
  minutes: ["people-beyond", "share-beyond", "mean"],
} as const;

interface IndicatorFieldsProps {
  readonly isBusy: boolean;
  onPick(indicator: string): void;
}

/** What the data can measure, chosen in three steps: about whom, what of it, under which limit. */
export function IndicatorFields({ isBusy, onPick }: IndicatorFieldsProps) {
  const t = useTexts();
  const [subject, setSubject] = useState<string>("gp");
  const [measure, setMeasure] = useState<string>("people-under");
  const [bound, setBound] = useState(boundOf("gp"));
  const words = t.committee.objectives;
  const kind = isProfession(subject) ? "access" : "minutes";
  const hasBound = measure !== "mean" && measure !== "lowest-tenth";
  const indicator = indicatorOf(subject, measure, bound);
  return (
    <>
      <div className={classes.pair}>
        <ChoiceBox
          label={words.subject}
          value={subject}
          onChange={(chosen) => {
            setSubject(chosen);
            setMeasure(MEASURES[isProfession(chosen) ? "access" : "minutes"][0]);
            setBound(boundOf(chosen));
          }}
          options={[
            ...PROFESSIONS.map((value) => ({ value, label: t.professions.names[value] })),
            ...FACILITIES.map((value) => ({ value, label: words.facilities[value] })),
          ]}
        />
        <ChoiceBox
          label={words.what}
          value={measure}
          onChange={setMeasure}
          options={MEASURES[kind].map((value) => ({ value, label: words.kinds[value] }))}
        />
        {hasBound && (
          <TextField
            label={kind === "access" ? words.threshold : words.limit}
            type="number"
            value={bound}
            fault={indicator === null ? words.noNumber : undefined}
            onChange={setBound}
          />
        )}
      </div>
      <div className={classes.actions}>
        <Button
          size="xs"
          variant="default"
          loading={isBusy}
          disabled={indicator === null}
          onClick={() => indicator !== null && onPick(indicator)}
        >
          {words.draft}
        </Button>
      </div>
    </>
  );
}

function boundOf(subject: string): string {
  if (isProfession(subject)) return String(PROFESSION_RULES[subject].threshold ?? "");
  return String(FAR_MINUTES[subject as Facility]);
}
