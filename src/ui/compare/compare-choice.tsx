import { TextInput, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import type { Place, Places } from "../../app/places.ts";
import { createPlaceIndex } from "../../core/search.ts";
import { formatTerritory, sameTerritory, type Territory } from "../../core/territory.ts";
import { useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import classes from "./compare-choice.module.css";

interface CompareChoiceProps {
  readonly place: Place;
  readonly onChoose: (territory: Territory) => void;
}

const LIMIT = 8;

/** Those above a territory, nearest first, then its neighbours in the list it belongs to, most people first. */
export function suggestPlaces(places: Places, place: Place, limit = LIMIT): readonly Place[] {
  const above = places.lineage(place).slice(0, -1).reverse();
  const parent = above[0];
  const beside = parent ? places.children(parent) : places.children(place);
  const largest = beside.filter((one) => !sameTerritory(one, place)).sort((a, b) => b.population - a.population);
  return [...above, ...largest.filter(({ kind }) => kind === place.kind || !parent)].slice(0, limit);
}

/** A field that finds a territory, with the nearest ones before anything is typed. Arrows and Enter work from it. */
export function CompareChoice({ place, onChoose }: CompareChoiceProps) {
  const t = useTexts();
  const { places } = usePlaces();
  const id = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(text);
  const index = useMemo(() => places && createPlaceIndex(places.file), [places]);
  const shown = useMemo<readonly Place[]>(() => {
    if (!places || !index) return [];
    if (asked.trim() === "") return suggestPlaces(places, place);
    return index.search(asked, LIMIT).flatMap((hit) => {
      const found = places.find(hit);
      return found && !sameTerritory(found, place) ? [found] : [];
    });
  }, [places, index, asked, place]);
  const words = t.compare;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((now) => Math.max(0, Math.min(shown.length - 1, now + step)));
    } else if (event.key === "Enter" && shown[active]) {
      event.preventDefault();
      onChoose(shown[active]);
    }
  };
  return (
    <div className={classes.choice}>
      <TextInput
        label={words.choose}
        placeholder={words.search}
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {text === "" && <p className={classes.near}>{words.near}</p>}
      <div className={classes.list} id={`${id}-list`} role="listbox" aria-label={words.choose}>
        {shown.map((one, i) => (
          <UnstyledButton
            key={formatTerritory(one)}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            className={classes.option}
            onClick={() => onChoose({ kind: one.kind, code: one.code })}
          >
            <span>{one.name}</span>
            <span className={classes.kind}>{describe(one, places, t.places.shortKinds[one.kind])}</span>
          </UnstyledButton>
        ))}
      </div>
      {text !== "" && shown.length === 0 && <p className={classes.near}>{words.none(text)}</p>}
    </div>
  );
}

/** The kind; of a commune, where. */
function describe(place: Place, places: Places | undefined, kind: string): string {
  const departement = place.kind === "commune" ? places?.departementOf(place.code) : undefined;
  return departement ? `${kind} · ${departement.name}` : kind;
}
