import { Button, Checkbox } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { type BroughtRoads, ROAD_LIMIT_MINUTES } from "../../app/roads.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Texts } from "../../i18n/fr.ts";
import { saveFile } from "../parts/download-file.ts";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./roads-dialog.module.css";

interface BroughtSummaryProps {
  readonly brought: BroughtRoads;
  readonly onClose: () => void;
}

/** A table that ends sooner is worth a word: half an hour is what access looks at. */
const SHORT_MINUTES = 30;

/** What came of what was brought: what it covers, how well it hangs together, what it weighs. */
export function BroughtSummary({ brought, onClose }: BroughtSummaryProps) {
  const t = useTexts();
  const f = useFormats();
  const words = t.roads.dialog;
  const communes = t.common.communes(brought.communes, f.integer(brought.communes));
  return (
    <>
      <div role="status">
        <strong>{words.done}</strong>
        <p>{words.doneHelp(communes)}</p>
      </div>
      <dl className={classes.facts}>
        {listFacts(brought, f, t).map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
      </dl>
      {brought.kind === "table" && brought.limitMinutes < SHORT_MINUTES && (
        <p className={classes.failure}>{words.short(f.decimal(brought.limitMinutes, 0))}</p>
      )}
      {brought.network && <KeepRoads name={brought.name} />}
      {brought.isOpenStreetMap && <p className={classes.muted}>{t.roads.attribution}</p>}
      <div>
        <Button onClick={onClose} data-autofocus>
          {words.close}
        </Button>
      </div>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function listFacts(brought: BroughtRoads, f: Formats, t: Texts): readonly (readonly [string, string])[] {
  const { facts, ...words } = t.roads.dialog;
  const { network } = brought;
  const limit = brought.kind === "table" ? brought.limitMinutes : ROAD_LIMIT_MINUTES;
  const common: [string, string][] = [
    [facts.communes, f.integer(brought.communes)],
    [facts.pairs, f.integer(brought.pairs)],
    [facts.limit, words.minutes(f.decimal(limit, 0))],
  ];
  if (!network) {
    const { oneWay } = brought;
    return oneWay > 0
      ? [...common, [facts.oneWay, words.oneWay(t.common.communes(oneWay, f.integer(oneWay)))]]
      : common;
  }
  const parts = network.parts === 1 ? words.onePart : words.parts(f.integer(network.parts));
  const left = network.fragments > 0 ? [words.fragments(network.fragments, f.integer(network.fragments))] : [];
  const { ways } = network;
  return [
    ...common,
    ...(ways ? ([[facts.ways, words.ofWays(f.integer(ways.car), f.integer(ways.all))]] as const) : []),
    [facts.junctions, f.integer(network.junctions)],
    [facts.roads, f.integer(network.roads)],
    [facts.parts, [parts, ...left].join(" ; ")],
    [facts.farthest, words.farthest(network.farthest.name, f.integer(network.farthest.metres))],
    [facts.memory, f.bytes(network.bytes)],
  ];
}

function KeepRoads({ name }: { readonly name: string }) {
  const t = useTexts();
  const { roads } = useServices();
  const [isWanted, setIsWanted] = useState(false);
  const [kept, setKept] = useState<"no" | "yes" | "failed">("no");
  const words = t.roads.dialog;
  const keep = async (wanted: boolean) => {
    setIsWanted(wanted);
    try {
      if (wanted) await roads.keep(name);
      else await roads.dropKept();
      setKept(wanted ? "yes" : "no");
    } catch {
      setIsWanted(false);
      setKept("failed");
    }
  };
  const download = async () =>
    saveFile(
      `${stem(name)}.road`,
      new Blob([(await roads.writeRoadFile()).slice()], { type: "application/octet-stream" }),
    );
  const help = { no: words.keepHelp, yes: words.isKept, failed: words.keepFailed }[kept];
  return (
    <>
      <Checkbox
        label={words.keep}
        description={<span role="status">{help}</span>}
        checked={isWanted}
        onChange={(event) => void keep(event.currentTarget.checked)}
      />
      <div>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void download()}>
          {words.download}
        </Button>
      </div>
    </>
  );
}

function stem(name: string): string {
  return name.replace(/(\.osm)?\.(pbf|road)$/i, "");
}
