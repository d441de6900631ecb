import { NativeSelect } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { DecayCurve } from "../../charts/decay-curve.tsx";
import { type Catchment, type Decay, weighMinutes } from "../../core/access/decay.ts";
import { useFormats, useTexts } from "../services.tsx";
import { changeStep, DECAY_KINDS, listSliders, startDecay } from "./decay-settings.ts";
import { NumberSlider } from "./setting.tsx";

interface DecayFormProps {
  readonly decay: Decay;
  readonly catchment: Catchment;
  readonly onChange: (decay: Decay) => void;
}

const SAMPLES = 241;

/** The shape of the decay, its numbers, and the curve they make. */
export function DecayForm({ decay, catchment, onChange }: DecayFormProps) {
  const t = useTexts();
  const f = useFormats();
  const { ref, width } = useElementSize();
  const words = t.recomputed.model;
  const { maxMinutes } = catchment;
  const weights = useMemo(() => {
    const minutes = Float64Array.from({ length: SAMPLES }, (_, k) => (k * maxMinutes) / (SAMPLES - 1));
    return weighMinutes(decay, minutes, catchment);
  }, [decay, catchment, maxMinutes]);
  const writeMinutes = (value: number) => words.minutes(f.limit(value));
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={words.decay}
        value={decay.kind}
        onChange={({ currentTarget: { value } }) => onChange(startDecay(value as Decay["kind"], maxMinutes))}
        data={DECAY_KINDS.map((value) => ({ value, label: words.decays[value] }))}
      />
      <div ref={ref}>
        {width > 0 && (
          <DecayCurve
            weights={weights}
            maxMinutes={maxMinutes}
            width={width}
            height={96}
            label={words.curve(f.limit(maxMinutes))}
            formatMinutes={f.limit}
            formatWeight={(weight) => f.limit(weight)}
          />
        )}
      </div>
      {decay.kind === "steps" &&
        decay.bounds.map((bound, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <div key={k}>
            <NumberSlider
              label={`${words.bound} ${k + 1}`}
              value={bound}
              min={1}
              max={60}
              step={1}
              write={(value) => words.upTo(f.limit(value))}
              onChange={(value) => onChange(changeStep(decay, k, { bound: value }))}
            />
            <NumberSlider
              label={`${words.weight} ${k + 1}`}
              value={decay.weights[k]}
              min={0}
              max={1}
              step={0.05}
              write={(value) => f.decimal(value, 2)}
              onChange={(value) => onChange(changeStep(decay, k, { weight: Number(value.toFixed(2)) }))}
            />
          </div>
        ))}
      {listSliders(decay).map(({ label, value, min, max, step, isMinutes, set }) => (
        <NumberSlider
          key={label}
          label={words[label]}
          value={value}
          min={min}
          max={max}
          step={step}
          write={isMinutes ? writeMinutes : (shown) => f.decimal(shown, 2)}
          onChange={(moved) => onChange(set(moved))}
        />
      ))}
    </>
  );
}
