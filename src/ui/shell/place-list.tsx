import { TextInput, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import type { Place } from "../../app/places.ts";
import { foldText } from "../../core/text.ts";
import { useFormats, useTexts } from "../services.tsx";
import classes from "./place-list.module.css";

interface PlaceListProps {
  readonly title: string;
  readonly places: readonly Place[];
  readonly onChoose: (place: Place) => void;
}

/** A list of places one can filter by typing; arrows and Enter work from the field. */
export function PlaceList({ title, places, onChoose }: PlaceListProps) {
  const t = useTexts();
  const f = useFormats();
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const shown = useMemo(() => places.filter((place) => foldText(place.name).includes(foldText(text))), [places, text]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const next = Math.max(0, Math.min(shown.length - 1, active + step));
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && shown[active]) {
      event.preventDefault();
      onChoose(shown[active]);
    }
  };

  return (
    <div className={classes.menu}>
      <p className={classes.title}>{title}</p>
      <TextInput
        aria-label={t.places.find}
        placeholder={t.places.find}
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.list} id={`${id}-list`} role="listbox" aria-label={title}>
        {shown.map((place, i) => (
          <UnstyledButton
            key={place.code}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            className={classes.option}
            onClick={() => onChoose(place)}
          >
            <span>{place.name}</span>
            <span className={classes.people}>{f.people(place.population)}</span>
          </UnstyledButton>
        ))}
      </div>
      {shown.length === 0 && <p className={classes.none}>{t.places.none}</p>}
    </div>
  );
}
