import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { Reach } from "../../app/answers.ts";
import type { ReachOverlay } from "../../map/reach-overlay.ts";
import { downloadFile } from "../parts/download-file.ts";
import { useTexts } from "../services.tsx";
import { writeReachCsv, writeReachGeojson } from "./reach-files.ts";
import classes from "./reach-panel.module.css";

interface ReachDownloadsProps {
  readonly reach: Reach;
  readonly areas: ReachOverlay["areas"] | undefined;
}

/** Every commune in reach, wherever it is, and the outlines with what is in each. */
export function ReachDownloads({ reach, areas }: ReachDownloadsProps) {
  const t = useTexts();
  const words = t.reach.download;
  return (
    <div className={classes.buttons}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => downloadFile("oasis-reach.csv", writeReachCsv(reach.answer), "text/csv")}
      >
        {words.communes}
      </Button>
      {areas && areas.features.length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => downloadFile("oasis-reach.geojson", writeReachGeojson(reach, areas), "application/geo+json")}
        >
          {words.areas}
        </Button>
      )}
    </div>
  );
}
