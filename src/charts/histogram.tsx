import { scaleLinear } from "d3-scale";
import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef } from "react";
import { binPeople, snapToStep } from "./bin.ts";
import { estimateWidth, MUTED, px, RULE, SMALL, SURFACE, THRESHOLD } from "./ink.ts";

export interface HistogramTexts {
  /** What is counted: names the drawing and the handle. */
  readonly label: string;
  readonly threshold: (value: string) => string;
  /** `to` is null for the open last bar. */
  readonly bar: (from: string, to: string | null, people: string) => string;
  readonly overflow: (from: string) => string;
}

export interface HistogramProps {
  /** Aligned columns, one row per area; values in the profession's unit, NaN where there is none. */
  readonly values: Float64Array;
  readonly people: Float64Array;
  readonly counted: Uint8Array;
  /** Class limits, ascending, and the colour of each class: one more than there are limits. */
  readonly breaks: readonly number[];
  readonly palette: readonly string[];
  readonly threshold: number;
  readonly defaultThreshold: number;
  /** Step of the threshold, in the unit of the values. */
  readonly step: number;
  /** Largest threshold, and where the open last bar begins unless a break lies above. */
  readonly domainMax: number;
  /** Size of the drawing, px. */
  readonly width: number;
  readonly height: number;
  /** Texts, formats, breaks and palette should keep their identity: the bars are drawn again when one changes. */
  readonly texts: HistogramTexts;
  readonly format: (value: number) => string;
  readonly formatPeople: (people: number) => string;
  readonly onThreshold: (value: number) => void;
  /** The value on which the person settled: end of a drag, or a key. */
  readonly onThresholdEnd?: (value: number) => void;
}

const TOP = 18;
const BOTTOM = 22;
const SIDE = 8;
/** Between the last bar of the scale and the open one. */
const OVERFLOW_GAP = 4;

/** People by value, coloured as the map is, with a threshold that can be dragged anywhere on the plot or moved by keys. */
export function Histogram(props: HistogramProps) {
  const { threshold, defaultThreshold, step, domainMax, width, height, texts, format } = props;
  const { values, people, counted, breaks } = props;
  const bins = useMemo(
    () => binPeople(values, people, counted, breaks, domainMax),
    [values, people, counted, breaks, domainMax],
  );
  const x = useMemo(() => {
    const ordinary = (width - 2 * SIDE - OVERFLOW_GAP) * (bins.end / (bins.end + bins.step));
    return scaleLinear([0, bins.end], [SIDE, SIDE + ordinary]);
  }, [width, bins]);
  const drawing = useRef<SVGSVGElement>(null);
  const dragged = useRef<number | null>(null);

  const valueAt = (event: PointerEvent) => {
    const box = drawing.current?.getBoundingClientRect();
    const offset = box && box.width > 0 ? (event.clientX - box.left) * (width / box.width) : 0;
    return snapToStep(x.invert(offset), step, domainMax);
  };
  const move = (value: number) => {
    dragged.current = value;
    if (value !== threshold) props.onThreshold(value);
  };
  const settle = (value: number) => {
    if (value !== threshold) props.onThreshold(value);
    props.onThresholdEnd?.(value);
  };
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    move(valueAt(event));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragged.current !== null) move(valueAt(event));
  };
  const onPointerEnd = () => {
    if (dragged.current !== null) props.onThresholdEnd?.(dragged.current);
    dragged.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, threshold, step, domainMax, defaultThreshold);
    if (target === null) return;
    event.preventDefault();
    settle(target);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing
    <svg
      ref={drawing}
      role="group"
      aria-label={texts.label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={SMALL}
      style={{ display: "block", userSelect: "none" }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer; keys act on the slider */}
      <g
        style={{ cursor: "ew-resize", touchAction: "pan-y" }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onDoubleClick={() => settle(defaultThreshold)}
      >
        <rect width={width} height={height} fill="transparent" />
        <Bars
          bins={bins}
          x={x}
          palette={props.palette}
          width={width}
          height={height}
          texts={texts}
          format={format}
          formatPeople={props.formatPeople}
        />
        <ThresholdLine
          at={px(x(Math.min(threshold, domainMax)))}
          width={width}
          height={height}
          text={texts.threshold(format(threshold))}
          name={texts.label}
          now={threshold}
          max={domainMax}
          onKeyDown={onKeyDown}
        />
      </g>
    </svg>
  );
}

interface BarsProps extends Pick<HistogramProps, "palette" | "width" | "height" | "texts" | "format" | "formatPeople"> {
  readonly bins: ReturnType<typeof binPeople>;
  readonly x: (value: number) => number;
}

const Bars = memo(function Bars({ bins, x, palette, width, height, texts, format, formatPeople }: BarsProps) {
  const { lower, people, classes, step, end } = bins;
  const base = height - BOTTOM;
  const last = lower.length - 1;
  // People per ordinary bin, so that area means people; a sliver between two close limits is not blown up.
  const density = (i: number) =>
    i === last ? people[i] : (people[i] * step) / Math.max(lower[i + 1] - lower[i], step / 4);
  const tallest = Math.max(...Array.from(lower, (_, i) => density(i)), 1);
  const y = scaleLinear([0, tallest], [base, TOP]);
  const right = (i: number) => (i === last ? width - SIDE : x(lower[i + 1]));
  const left = (i: number) => (i === last ? x(end) + OVERFLOW_GAP : x(lower[i]));
  const overflow = texts.overflow(format(end));
  const overflowEnd = width - SIDE / 2;
  const free = overflowEnd - estimateWidth(overflow) - 8;
  return (
    <>
      <g>
        {Array.from(lower, (from, i) =>
          people[i] > 0 ? (
            <path
              key={from}
              d={roundedBar(left(i) + 0.6, right(i) - 0.6, Math.min(y(density(i)), base - 1.5), base)}
              fill={palette[classes[i]]}
            >
              <title>
                {texts.bar(format(from), i === last ? null : format(lower[i + 1]), formatPeople(people[i]))}
              </title>
            </path>
          ) : null,
        )}
      </g>
      <line x1={SIDE} x2={width - SIDE} y1={base + 0.5} y2={base + 0.5} stroke={RULE} />
      <g fill={MUTED} textAnchor="middle">
        {scaleLinear([0, end], [0, 1])
          .ticks(5)
          .filter((tick) => x(tick) + estimateWidth(format(tick)) / 2 < free)
          .map((tick) => (
            <text key={tick} x={px(x(tick))} y={base + 17}>
              {format(tick)}
            </text>
          ))}
        <text x={overflowEnd} y={base + 17} textAnchor="end">
          {overflow}
        </text>
      </g>
    </>
  );
});

interface ThresholdLineProps {
  readonly at: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly name: string;
  readonly now: number;
  readonly max: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function ThresholdLine({ at, width, height, text, name, now, max, onKeyDown }: ThresholdLineProps) {
  const base = height - BOTTOM;
  const fitsRight = at + 8 + estimateWidth(text) * 1.06 < width;
  return (
    <>
      <line x1={at} x2={at} y1={4} y2={base} stroke={SURFACE} strokeWidth={3} strokeOpacity={0.7} />
      <line x1={at} x2={at} y1={4} y2={base} stroke={THRESHOLD} strokeWidth={1.5} strokeDasharray="1.5 2.5" />
      <text
        x={fitsRight ? at + 6 : at - 6}
        y={12}
        textAnchor={fitsRight ? "start" : "end"}
        fill={THRESHOLD}
        fontWeight={700}
        stroke={SURFACE}
        strokeWidth={3}
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {text}
      </text>
      <g
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={now}
        aria-valuetext={text}
        onKeyDown={onKeyDown}
      >
        <rect
          x={px(at - 5)}
          y={base - 8}
          width={10}
          height={16}
          rx={5}
          fill={SURFACE}
          stroke={THRESHOLD}
          strokeWidth={1.5}
        />
        <path d={`M${px(at - 1.5)} ${base - 3}v6m3 -6v6`} stroke={THRESHOLD} strokeLinecap="round" />
      </g>
    </>
  );
}

/** Where a key sends the threshold; null for a key that is not the slider's. */
export function keyTarget(key: string, now: number, step: number, max: number, byDefault: number): number | null {
  const to = (value: number) => snapToStep(value, step, max);
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return to(now + step);
    case "ArrowLeft":
    case "ArrowDown":
      return to(now - step);
    case "PageUp":
      return to(now + 10 * step);
    case "PageDown":
      return to(now - 10 * step);
    case "Home":
      return 0;
    case "End":
      return to(max);
    case "Escape":
      return byDefault;
    default:
      return null;
  }
}

function roundedBar(left: number, right: number, top: number, base: number): string {
  const r = Math.max(0, Math.min(1.5, (right - left) / 2, base - top));
  const [x0, x1, y0, y1] = [left, Math.max(right, left + 0.5), top, base].map(px);
  return `M${x0} ${y1}V${px(y0 + r)}Q${x0} ${y0} ${px(x0 + r)} ${y0}H${px(x1 - r)}Q${x1} ${y0} ${x1} ${px(y0 + r)}V${y1}Z`;
}
