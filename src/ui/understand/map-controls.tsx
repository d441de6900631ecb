import { ActionIcon, Popover, Switch } from "@mantine/core";
import { IconFocusCentered, IconMap, IconMinus, IconPlus } from "@tabler/icons-react";
import { useServices, useTexts } from "../services.tsx";
import classes from "./map-controls.module.css";
import { useFitTerritory } from "./use-fit.ts";

interface MapControlsProps {
  readonly background: "none" | "ign";
  readonly onBackground: (background: "none" | "ign") => void;
}

export function MapControls({ background, onBackground }: MapControlsProps) {
  const t = useTexts();
  const { map } = useServices();
  const fit = useFitTerritory();
  const words = t.understand.map;
  const button = (label: string, icon: React.ReactNode, onClick: () => void) => (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
  return (
    <div className={classes.controls}>
      <ActionIcon.Group orientation="vertical">
        {button(words.zoomIn, <IconPlus size={18} aria-hidden />, () => map.current?.zoomBy(1))}
        {button(words.zoomOut, <IconMinus size={18} aria-hidden />, () => map.current?.zoomBy(-1))}
        {button(words.fit, <IconFocusCentered size={18} aria-hidden />, fit)}
      </ActionIcon.Group>
      <Popover width={290} position="left-start" withArrow shadow="md">
        <Popover.Target>
          <ActionIcon
            variant={background === "ign" ? "filled" : "default"}
            size="lg"
            aria-label={words.background}
            title={words.background}
          >
            <IconMap size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <Switch
            label={words.backgroundOn}
            checked={background === "ign"}
            onChange={(event) => onBackground(event.currentTarget.checked ? "ign" : "none")}
          />
          <p className={classes.help}>{words.backgroundHelp}</p>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
