import { Combobox, useCombobox } from "@mantine/core";
import { useDeferredValue, useEffect, useId, useMemo, useState } from "react";
import { searchCommunes } from "../../../app/commune-search.ts";
import type { Places } from "../../../app/places.ts";
import { useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import classes from "./forms.module.css";

const LIMIT = 8;

interface CommuneSearchProps {
  readonly label: string;
  /** INSEE code of the commune chosen. */
  readonly code: string | null;
  onChoose(code: string): void;
}

/** A commune of the country, by name, postcode or code; the map and the address stay as they are. */
export function CommuneSearch({ label, code, onChoose }: CommuneSearchProps) {
  const t = useTexts();
  const id = useId();
  const { places, error } = usePlaces();
  const chosen = code === null ? "" : nameCommune(code, places);
  const [typed, setTyped] = useState<string | null>(null);
  const asked = useDeferredValue(typed ?? "");
  const search = useMemo(() => places && searchCommunes(places.file, []), [places]);
  const hits = useMemo(() => (asked.trim() === "" ? [] : (search?.(asked, LIMIT) ?? [])), [search, asked]);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new hits, not a new dropdown, bring the choice back to the first
  useEffect(() => {
    if (hits.length > 0) combobox.selectFirstOption();
  }, [hits]);
  const words = t.report.where;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        setTyped(null);
        combobox.closeDropdown();
        onChoose(value);
      }}
      shadow="md"
      radius="md"
      withinPortal={false}
    >
      <Combobox.DropdownTarget>
        <div className={classes.field}>
          <label className={classes.label} htmlFor={id}>
            {label}
          </label>
          <Combobox.EventsTarget>
            <input
              id={id}
              className={classes.line}
              placeholder={words.placeholder}
              autoComplete="off"
              spellCheck={false}
              value={typed ?? chosen}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                combobox.openDropdown();
              }}
              onFocus={(event) => event.currentTarget.select()}
              onBlur={() => {
                setTyped(null);
                combobox.closeDropdown();
              }}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={typed === null || typed.trim() === ""}>
        <Combobox.Options aria-label={t.communeField.found}>
          {hits.map((hit) => (
            <Combobox.Option key={hit.code} value={hit.code} className={classes.option}>
              <span>{nameCommune(hit.code, places)}</span>
              <span className={classes.help}>{places?.departementOf(hit.code)?.name}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {hits.length === 0 && (
          <Combobox.Empty>
            {error ? t.search.unavailable : search ? words.none(typed ?? "") : t.search.loading}
          </Combobox.Empty>
        )}
      </Combobox.Dropdown>
      <span className="visually-hidden" role="status">
        {typed !== null && search ? t.search.count(hits.length) : ""}
      </span>
    </Combobox>
  );
}

/** `Balazé (35500)`. */
export function nameCommune(code: string, places: Places | undefined): string {
  const unit = places?.unitOf(code);
  if (places === undefined || unit === undefined) return code;
  const postcode = places.file.postcodes[unit].split(" ")[0];
  return postcode ? `${places.file.names[unit]} (${postcode})` : places.file.names[unit];
}
