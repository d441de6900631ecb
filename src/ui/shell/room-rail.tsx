import { Popover, UnstyledButton } from "@mantine/core";
import {
  IconChartLine,
  IconDatabase,
  IconFileText,
  IconMapPin,
  IconMessage,
  type TablerIcon,
} from "@tabler/icons-react";
import { useState } from "react";
import type { Texts } from "../../i18n/fr.ts";
import { useTexts } from "../services.tsx";
import classes from "./room-rail.module.css";

type Room = keyof Texts["rooms"]["names"];
type ComingRoom = keyof Texts["rooms"]["promises"];

const ICONS: Readonly<Record<Room, TablerIcon>> = {
  understand: IconChartLine,
  act: IconMapPin,
  takePart: IconMessage,
  prove: IconFileText,
  data: IconDatabase,
};

const COMING: readonly ComingRoom[] = ["act", "takePart", "prove", "data"];

/** The five rooms: one open, four announced as not yet there. A bar at the bottom on a phone. */
export function RoomRail() {
  const t = useTexts();
  return (
    <nav className={classes.rail} aria-label={t.rooms.label}>
      <a className={classes.room} href="#content" aria-current="page">
        <IconChartLine size={20} stroke={1.8} aria-hidden />
        <span>{t.rooms.names.understand}</span>
      </a>
      {COMING.map((room) => (
        <Coming key={room} room={room} />
      ))}
    </nav>
  );
}

function Coming({ room }: { readonly room: ComingRoom }) {
  const t = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const Icon = ICONS[room];
  const name = t.rooms.names[room];
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={250} position="right" withArrow shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.room} aria-disabled data-coming onClick={() => setIsOpen((now) => !now)}>
          <Icon size={20} stroke={1.6} aria-hidden />
          <span>{name}</span>
          <span className={classes.soon}>{t.rooms.soon}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.promise}>
        <strong>{t.rooms.unavailable(name)}</strong>
        <p>{t.rooms.promises[room]}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
