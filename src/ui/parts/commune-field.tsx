import { Combobox, UnstyledButton, useCombobox } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect, useId, useMemo, useState } from "react";
import { searchCommunes } from "../../app/commune-search.ts";
import type { Places } from "../../app/places.ts";
import { foldText } from "../../core/text.ts";
import { useTexts } from "../services.tsx";
import { usePlaces } from "../use-answers.ts";
import classes from "./commune-field.module.css";

const LIMIT = 8;

interface CommuneFieldProps {
  readonly label: string;
  /** INSEE codes chosen. */
  readonly codes: readonly string[];
  /** Of the territory on screen: found before all others. */
  readonly own: readonly string[];
  /** Another one chosen takes the place of the first. */
  readonly isOne?: boolean;
  onChange(codes: readonly string[]): void;
}

/** Communes of the whole country one finds by name, postcode or code and takes away; those of the territory come first. */
export function CommuneField({ label, codes, own, isOne = false, onChange }: CommuneFieldProps) {
  const t = useTexts();
  const id = useId();
  const { places, error } = usePlaces();
  const [text, setText] = useState("");
  const search = useMemo(() => places && searchCommunes(places.file, own), [places, own]);
  const hits = useMemo(() => (text.trim() === "" ? [] : (search?.(text, LIMIT) ?? [])), [search, text]);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new hits, not a new dropdown, bring the choice back to the first
  useEffect(() => {
    if (hits.length > 0) combobox.selectFirstOption();
  }, [hits]);
  const words = t.communeField;
  const choose = (code: string) => {
    setText("");
    combobox.closeDropdown();
    onChange(isOne ? [code] : [...new Set([...codes, code])].sort());
  };
  return (
    <div className={classes.field}>
      <Combobox store={combobox} onOptionSubmit={choose} shadow="md" radius="md" withinPortal={false}>
        <Combobox.DropdownTarget>
          <div className={classes.box}>
            <label className={classes.name} htmlFor={id}>
              {label}
            </label>
            <Combobox.EventsTarget>
              <input
                id={id}
                className={classes.input}
                placeholder={words.placeholder}
                autoComplete="off"
                spellCheck={false}
                data-picks
                value={text}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  combobox.openDropdown();
                }}
                onFocus={() => text !== "" && combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown();
                  const [first, second] = hits.filter(({ name }) => foldText(name) === foldText(text));
                  if (first && !second) choose(first.code);
                }}
              />
            </Combobox.EventsTarget>
          </div>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={text.trim() === ""}>
          <Combobox.Options aria-label={words.found}>
            {hits.map(({ code, name, isOwn }) => (
              <Combobox.Option key={code} value={code} className={classes.option}>
                <span>{name}</span>
                <span className={classes.detail}>
                  {[whereOf(code, places), isOwn ? null : words.outside].filter(Boolean).join(" · ")}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
          {hits.length === 0 && (
            <Combobox.Empty className={classes.empty}>
              {error ? t.search.unavailable : search ? t.search.none(text) : t.search.loading}
            </Combobox.Empty>
          )}
        </Combobox.Dropdown>
        <span className="visually-hidden" role="status">
          {text !== "" && search ? t.search.count(hits.length) : ""}
        </span>
      </Combobox>
      {codes.length > 0 && (
        <ul className={classes.chips} aria-label={label}>
          {codes.map((code) => (
            <li key={code} className={classes.chip}>
              {nameOf(code, places)}
              {!own.includes(code) && <span className={classes.far}>{whereOf(code, places)}</span>}
              <UnstyledButton
                className={classes.remove}
                aria-label={words.remove(nameOf(code, places))}
                onClick={() => onChange(codes.filter((other) => other !== code))}
              >
                <IconX size={14} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function nameOf(code: string, places: Places | undefined): string {
  const unit = places?.unitOf(code);
  return unit === undefined ? code : (places?.file.names[unit] ?? code);
}

/** `35000 · Ille-et-Vilaine`. */
function whereOf(code: string, places: Places | undefined): string {
  const unit = places?.unitOf(code);
  const postcode = unit === undefined ? undefined : places?.file.postcodes[unit].split(" ")[0];
  return [postcode, places?.departementOf(code)?.name].filter(Boolean).join(" · ");
}
