import { Popover, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { goTo } from "../../app/commands.ts";
import type { Place } from "../../app/places.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import classes from "./breadcrumb.module.css";
import { PlaceList } from "./place-list.tsx";

/** France › Bretagne › …: every crumb leads there, the last opens what lies below it. */
export function Breadcrumb() {
  const t = useTexts();
  const { store } = useServices();
  const { places } = usePlaces();
  const territory = useQuestion((q) => q.territory);
  const lineage = useMemo(() => places?.lineage(territory) ?? [], [places, territory]);
  return (
    <nav className={classes.trail} aria-label={t.places.breadcrumb}>
      <ol className={classes.list}>
        {lineage.map((place, i) => (
          <li
            key={`${place.kind}:${place.code}`}
            className={classes.crumb}
            data-last={i === lineage.length - 1 || undefined}
          >
            {i < lineage.length - 1 ? (
              <UnstyledButton className={classes.link} onClick={() => goTo(store, place)}>
                {place.name}
              </UnstyledButton>
            ) : (
              <Last place={place} />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Last({ place }: { readonly place: Place }) {
  const t = useTexts();
  const { store } = useServices();
  const { places } = usePlaces();
  const [isOpen, setIsOpen] = useState(false);
  const children = useMemo(() => places?.children(place) ?? [], [places, place]);
  if (children.length === 0) {
    return (
      <span className={classes.current} aria-current="location">
        {place.name}
      </span>
    );
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={300} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.current}
          aria-current="location"
          aria-label={`${place.name}. ${t.places.choose(place.name)}`}
          onClick={() => setIsOpen((now) => !now)}
        >
          <span className={classes.name}>{place.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <PlaceList
          title={t.places.childKinds[place.kind]}
          places={children}
          onChoose={(chosen) => {
            setIsOpen(false);
            goTo(store, chosen, chosen.kind === "commune" ? chosen.code : null);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
