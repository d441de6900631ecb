import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { goTo } from "../../app/commands.ts";
import type { Places } from "../../app/places.ts";
import { createPlaceIndex, type PlaceHit, type PlaceIndex } from "../../core/search.ts";
import type { Texts } from "../../i18n/fr.ts";
import { useServices, useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import classes from "./place-search.module.css";

const LIMIT = 8;

/** Finds a territory by name, postcode or INSEE code, however it is typed. */
export function PlaceSearch() {
  const t = useTexts();
  const { store } = useServices();
  const { places, error } = usePlaces();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text);
  const index = useMemo<PlaceIndex | undefined>(() => places && createPlaceIndex(places.file), [places]);
  const hits = useMemo(() => (asked.trim() === "" ? [] : (index?.search(asked, LIMIT) ?? [])), [index, asked]);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new hits, not a new dropdown, bring the choice back to the first
  useEffect(() => {
    if (hits.length > 0) combobox.selectFirstOption();
  }, [hits]);

  const choose = (value: string) => {
    const hit = hits.find((candidate) => keyOf(candidate) === value);
    if (!hit || !places) return;
    setText("");
    combobox.closeDropdown();
    const { kind, code } = hit;
    if (kind !== "commune") return goTo(store, { kind, code });
    const above = places.lineage({ kind, code }).at(-2);
    goTo(store, above ?? { kind, code }, code);
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" radius="md" withinPortal={false}>
      <Combobox.Target>
        <TextInput
          aria-label={t.search.label}
          placeholder={t.search.placeholder}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => text !== "" && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === "Escape") setText("");
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ""}>
        <Combobox.Options aria-label={t.search.label}>
          {hits.map((hit) => (
            <Combobox.Option key={keyOf(hit)} value={keyOf(hit)} className={classes.option}>
              <span>{hit.name}</span>
              <span className={classes.detail}>{describeHit(hit, places, t)}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {hits.length === 0 && (
          <Combobox.Empty className={classes.empty}>
            {error ? t.search.unavailable : index ? t.search.none(text) : t.search.loading}
          </Combobox.Empty>
        )}
      </Combobox.Dropdown>
      <span className="visually-hidden" role="status">
        {text !== "" && index ? t.search.count(hits.length) : ""}
      </span>
    </Combobox>
  );
}

function keyOf({ kind, code }: PlaceHit): string {
  return `${kind}:${code}`;
}

/** Kind, département, and the former name that matched if one did. */
function describeHit(hit: PlaceHit, places: Places | undefined, t: Texts): string {
  const departement =
    hit.kind === "commune"
      ? places?.departementOf(hit.code)
      : places?.lineage(hit).find((place) => place.kind === "departement" && place.code !== hit.code);
  const where = departement ? [`${departement.name} (${departement.code})`] : [];
  const former = hit.matched === "former" ? [t.search.formerly(hit.detail)] : [];
  return [t.places.shortKinds[hit.kind], ...where, ...former].join(" · ");
}
