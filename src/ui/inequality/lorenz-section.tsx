import type { InequalitySummary } from "../../app/inequality.ts";
import { LorenzChart, type LorenzSeries } from "../../charts/lorenz-chart.tsx";
import { readCurve } from "../../charts/read-curve.ts";
import { isDefined } from "../../core/inequality/figure.ts";
import { useFormats, useTexts } from "../services.tsx";
import { ChartFrame } from "./chart-frame.tsx";

interface LorenzSectionProps {
  /** Those drawn, the one asked about first. */
  readonly places: readonly InequalitySummary[];
  readonly colours: readonly string[];
  readonly source: string;
  readonly fileName: string;
}

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Curves of places that have one. */
export function listCurves(places: readonly InequalitySummary[], colours: readonly string[]): readonly LorenzSeries[] {
  return places.flatMap(({ territory, lorenz, heldByWorseHalf }, i): LorenzSeries[] =>
    isDefined(lorenz) && isDefined(heldByWorseHalf)
      ? [
          {
            key: `${territory.kind}:${territory.code}`,
            name: territory.name,
            people: lorenz.people,
            held: lorenz.held,
            half: heldByWorseHalf,
            colour: colours[i % colours.length],
            emphasised: i === 0,
          },
        ]
      : [],
  );
}

/** How unequally access is shared, against the country or another territory. */
export function LorenzSection({ places, colours, source, fileName }: LorenzSectionProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.inequality.lorenz;
  const curves = listCurves(places, colours);
  if (curves.length === 0) return null;
  const names = curves.map(({ name }) => name);
  return (
    <ChartFrame
      title={words.title}
      topic="lorenz"
      caption={{ subtitle: `${words.label} · ${names.join(", ")}`, source }}
      fileName={fileName}
      height={300}
      chart={(width) => (
        <LorenzChart
          series={curves}
          width={width}
          label={words.label}
          summary={curves.map(({ name, half }) => words.summary(name, f.percent(half))).join(". ")}
          texts={{ people: words.people, held: words.held, equality: words.equality }}
          format={f.percent}
          formatTick={(share) => words.tick(f.integer(share * 100))}
        />
      )}
      table={{
        caption: words.label,
        headers: [words.share, ...names],
        rows: SHARES.map((share) => [
          f.percent(share),
          ...curves.map((curve) => f.percent(share === 0.5 ? curve.half : readCurve(curve, share))),
        ]),
      }}
    />
  );
}
