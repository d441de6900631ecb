import { Button, NativeSelect, SegmentedControl } from "@mantine/core";
import { IconRotate2 } from "@tabler/icons-react";
import { memo, useMemo } from "react";
import { changeModel } from "../../app/commands.ts";
import { ACCESS_METHODS, type AccessMethod } from "../../core/access/compute-access.ts";
import { BINS, type Bins } from "../../core/access/decay.ts";
import {
  type AccessModel,
  DEMANDS,
  type DemandKind,
  MODEL_LIMITS,
  modelOf,
  RATE_METHODS,
} from "../../core/access/model.ts";
import { presetOf } from "../../core/access/profession-presets.ts";
import type { Profession } from "../../core/professions.ts";
import type { Texts } from "../../i18n/fr.ts";
import { useFormats, useServices, useTexts } from "../services.tsx";
import { DecayForm } from "./decay-form.tsx";
import classes from "./model-form.module.css";
import { nameModel, READY_MODELS, type ReadyModel, readyModel } from "./ready-models.ts";
import { NumberSlider, Setting } from "./setting.tsx";

interface ModelFormProps {
  readonly model: AccessModel;
  readonly profession: Profession;
  /** Supply of a place in force, to start from when it is fixed by hand. */
  readonly perPlace: number | null;
}

/** Every assumption of the recomputation, in plain words, with what was published of it. */
export const ModelForm = memo(function ModelForm({ model, profession, perPlace }: ModelFormProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const words = t.recomputed.model;
  const own = modelOf(profession);
  const preset = presetOf(profession);
  const name = nameModel(model, profession);
  const change = (part: Partial<AccessModel>) => changeModel(store, part);
  const catchment = useMemo(() => ({ maxMinutes: model.maxMinutes, bins: model.bins }), [model.maxMinutes, model.bins]);
  const weighs = ACCESS_METHODS[model.method].decay !== "none";
  const hasOwnDecay = JSON.stringify(model.decay) === JSON.stringify(own.decay);
  const hasSteps = weighs && model.decay.kind === "steps";
  const [least, most] = MODEL_LIMITS.maxMinutes;
  return (
    <div className={classes.form}>
      <div className={classes.state}>
        <p className={classes.name} data-changed={name !== "own" || undefined}>
          {name === "own" ? words.isOwn : words.isChanged}
        </p>
        {name !== "own" && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconRotate2 size={14} aria-hidden />}
            onClick={() => store.ask({ model: null })}
          >
            {words.reset}
          </Button>
        )}
      </div>
      <NativeSelect
        size="xs"
        label={words.ready}
        value={name}
        onChange={({ currentTarget: { value } }) => {
          if (value !== "custom") changeModel(store, readyModel(value as ReadyModel, profession));
        }}
        data={[...READY_MODELS, ...(name === "custom" ? (["custom"] as const) : [])].map((value) => ({
          value,
          label: words.readyNames[value],
        }))}
      />
      <Setting
        label={words.method}
        help={words.methodHelp[model.method]}
        isPublished={model.method === own.method || undefined}
      >
        <NativeSelect
          size="xs"
          aria-label={words.method}
          value={model.method}
          onChange={({ currentTarget: { value } }) => change({ method: value as AccessMethod })}
          data={METHOD_ORDER.map((value) => ({ value, label: words.methods[value] }))}
        />
      </Setting>
      {model.method === "nearest" && (
        <Setting label={words.rank}>
          <NativeSelect
            size="xs"
            aria-label={words.rank}
            value={String(model.rank)}
            onChange={({ currentTarget: { value } }) => change({ rank: Number(value) })}
            data={words.rankNames.map((label, k) => ({ value: String(k + 1), label }))}
          />
        </Setting>
      )}
      <Setting
        label={words.max}
        help={words.maxHelp}
        isPublished={model.maxMinutes === own.maxMinutes ? preset.maxMinutes.published : undefined}
      >
        <NumberSlider
          label={words.upTo(f.limit(model.maxMinutes))}
          value={model.maxMinutes}
          min={least}
          max={most}
          step={1}
          write={(value) => words.minutes(f.limit(value))}
          onChange={(maxMinutes) => change({ maxMinutes })}
        />
      </Setting>
      <Setting
        label={words.decay}
        help={weighs ? decayNote(profession, hasOwnDecay, words) : words.decayNone}
        isPublished={weighs && hasOwnDecay ? preset.decay.published : undefined}
      >
        {weighs && <DecayForm decay={model.decay} catchment={catchment} onChange={(decay) => change({ decay })} />}
      </Setting>
      {hasSteps && (
        <Setting label={words.bins}>
          <SegmentedControl
            size="xs"
            aria-label={words.bins}
            value={model.bins}
            onChange={(bins) => change({ bins: bins as Bins })}
            data={BINS.map((value) => ({ value, label: words.binsNames[value] }))}
          />
        </Setting>
      )}
      {ACCESS_METHODS[model.method].usesDemand && (
        <Setting label={words.need} help={model.demand === "ages" ? words.needAges : words.needHelp}>
          <SegmentedControl
            fullWidth
            size="xs"
            orientation="vertical"
            aria-label={words.need}
            value={model.demand}
            onChange={(demand) => change({ demand: demand as DemandKind })}
            data={DEMANDS.filter((value) => value !== "ages" || profession === "gp").map((value) => ({
              value,
              label: words.needNames[value],
            }))}
          />
        </Setting>
      )}
      {RATE_METHODS.has(model.method) && (
        <Setting label={words.activity} help={words.activityHelp}>
          <SegmentedControl
            fullWidth
            size="xs"
            orientation="vertical"
            aria-label={words.activity}
            value={model.perPlace === null ? "auto" : "fixed"}
            onChange={(kind) =>
              change({ perPlace: kind === "auto" ? null : (perPlace ?? preset.perPractitioner.value) })
            }
            data={[
              { value: "auto", label: words.activityAuto },
              { value: "fixed", label: words.activityFixed },
            ]}
          />
          {model.perPlace !== null && (
            <NumberSlider
              label={words.activity}
              value={model.perPlace}
              min={0}
              max={profession === "gp" ? 10_000 : 3}
              step={profession === "gp" ? 50 : 0.05}
              write={(value) => t.recomputed.perPlaceUnits[profession](f.limit(value))}
              onChange={(value) => change({ perPlace: roundActivity(value) })}
            />
          )}
        </Setting>
      )}
    </div>
  );
});

/** From the closest to the official method to the furthest. */
const METHOD_ORDER: readonly AccessMethod[] = [
  "e2sfca",
  "2sfca",
  "kd2sfca",
  "3sfca",
  "m2sfca",
  "bfca",
  "nearest",
  "cumulative",
  "ratio",
  "raam",
];

function decayNote(profession: Profession, isOwn: boolean, words: Texts["recomputed"]["model"]): string {
  if (!isOwn) return words.decayHelp;
  return `${words.decayHelp} ${profession === "midwife" ? words.notes.midwifeDecay : words.notes.decayAssumed}`;
}

export function roundActivity(value: number): number {
  return value > 50 ? Math.round(value) : Number(value.toFixed(2));
}
