import { Popover, UnstyledButton } from "@mantine/core";
import {
  IconChartLine,
  IconDatabase,
  IconFileText,
  IconMapPin,
  IconMessage,
  type TablerIcon,
} from "@tabler/icons-react";
import { type MouseEvent, useState } from "react";
import { openPage } from "../../app/commands.ts";
import { formatQuestion } from "../../app/question.ts";
import type { Texts } from "../../i18n/fr.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import classes from "./room-rail.module.css";

type Room = keyof Texts["rooms"]["names"];
type ComingRoom = keyof Texts["rooms"]["promises"];

const ICONS: Readonly<Record<Room, TablerIcon>> = {
  understand: IconChartLine,
  act: IconMapPin,
  participate: IconMessage,
  prove: IconFileText,
  data: IconDatabase,
};

const COMING: readonly ComingRoom[] = ["prove", "data"];

/** The page each open room is. */
const OPEN = { understand: "map", act: "act", participate: "participate" } as const;
type OpenRoom = keyof typeof OPEN;

/** The five rooms: three open, two announced as not yet there. A bar at the bottom on a phone. */
export function RoomRail() {
  const t = useTexts();
  return (
    <nav className={classes.rail} aria-label={t.rooms.label}>
      {(Object.keys(OPEN) as OpenRoom[]).map((room) => (
        <Open key={room} room={room} />
      ))}
      {COMING.map((room) => (
        <Coming key={room} room={room} />
      ))}
    </nav>
  );
}

/** A link, so that a room can be opened beside this one; the page verify belongs to the first. */
function Open({ room }: { readonly room: OpenRoom }) {
  const t = useTexts();
  const { store } = useServices();
  const question = useQuestion((q) => q);
  const Icon = ICONS[room];
  const isCurrent = OPEN[room] === question.page || (room === "understand" && question.page === "verify");
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openPage(store, OPEN[room]);
  };
  return (
    <a
      className={classes.room}
      href={formatQuestion({ ...question, page: OPEN[room] }) || "?"}
      aria-current={isCurrent ? "page" : undefined}
      onClick={open}
    >
      <Icon size={20} stroke={isCurrent ? 1.8 : 1.6} aria-hidden />
      <span>{t.rooms.names[room]}</span>
    </a>
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
