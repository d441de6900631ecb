import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { saveFile } from "../parts/download-file.ts";
import { Section } from "../parts/section.tsx";
import { type MethodTopic, useTexts } from "../services.tsx";
import { type ChartCaption, composeSvg, rasterise } from "./chart-file.ts";
import classes from "./chart-frame.module.css";
import { PlainTable, type PlainTableProps } from "./plain-table.tsx";

interface ChartFrameProps {
  readonly title: string;
  readonly topic: MethodTopic;
  /** Of what and of whom, and where from: written on the file one takes away. */
  readonly caption: Omit<ChartCaption, "title">;
  readonly fileName: string;
  /** Least height of the drawing, px, held while it is not there. */
  readonly height: number;
  readonly chart: (width: number) => ReactNode;
  readonly table: PlainTableProps;
  /** Choices above the drawing, remarks below it. */
  readonly controls?: ReactNode;
  readonly children?: ReactNode;
}

/** A drawing with its method, its table, and itself as a file. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, topic, caption, fileName, height, chart, table, controls, children } = props;
  const t = useTexts();
  const { ref, width } = useElementSize();
  const frame = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const words = t.inequality.chart;
  const write = () => {
    const drawing = frame.current?.querySelector("svg");
    if (!drawing) return null;
    const size = { width: drawing.width.baseVal.value, height: drawing.height.baseVal.value };
    return composeSvg(new XMLSerializer().serializeToString(drawing), size, { title, ...caption });
  };
  const saveSvg = () => {
    const svg = write();
    if (svg) saveFile(`${fileName}.svg`, new Blob([svg], { type: "image/svg+xml" }));
  };
  const savePng = async () => {
    const svg = write();
    if (svg) saveFile(`${fileName}.png`, await rasterise(svg));
  };
  return (
    <Section title={title} topic={topic}>
      {controls}
      <div ref={ref} style={{ minHeight: isTable ? undefined : height }}>
        <div ref={frame} hidden={isTable}>
          {width > 0 && chart(width)}
        </div>
        {isTable && <PlainTable {...table} />}
      </div>
      <div className={classes.bar}>
        <Button variant="subtle" size="compact-xs" aria-pressed={isTable} onClick={() => setIsTable((now) => !now)}>
          {isTable ? words.asChart : words.asTable}
        </Button>
        <span className={classes.files}>
          <IconDownload size={14} aria-hidden />
          <Button variant="subtle" size="compact-xs" aria-label={words.save(words.svg, title)} onClick={saveSvg}>
            {words.svg}
          </Button>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={words.save(words.png, title)}
            onClick={() => void savePng()}
          >
            {words.png}
          </Button>
        </span>
      </div>
      {children}
    </Section>
  );
}
