import { UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useId, useMemo, useState } from "react";
import { foldText } from "../../core/text.ts";
import { useTexts } from "../services.tsx";
import type { Reading } from "../understand/reading.ts";
import { usePlaces } from "../use-answers.ts";
import classes from "./act-form.module.css";
import { Box } from "./form-boxes.tsx";

interface CommunePickerProps {
  readonly label: string;
  readonly codes: readonly string[];
  readonly reading: Reading;
  readonly onChange: (codes: readonly string[]) => void;
}

/** Communes of the territory one adds by name or code, and takes away. */
export function CommunePicker({ label, codes, reading, onChange }: CommunePickerProps) {
  const t = useTexts();
  const id = useId();
  const { places } = usePlaces();
  const [text, setText] = useState("");
  const [unknown, setUnknown] = useState("");
  const { answer } = reading;
  const options = useMemo(
    () => answer.codes.map((code, row) => ({ code, text: `${answer.names[row]} (${code})` })),
    [answer],
  );
  const nameOf = (code: string) => {
    const unit = places?.unitOf(code);
    return unit === undefined ? code : (places?.file.names[unit] ?? code);
  };
  const find = (wanted: string) => {
    const folded = foldText(wanted);
    const hits = options.filter(
      (option) =>
        option.text === wanted ||
        option.code === wanted.trim().toUpperCase() ||
        foldText(nameOf(option.code)) === folded,
    );
    return hits.length === 1 ? hits[0].code : undefined;
  };
  const add = (wanted: string, isFinal: boolean) => {
    setText(wanted);
    setUnknown("");
    const isListed = options.some((option) => option.text === wanted);
    if (wanted.trim() === "" || !(isListed || isFinal)) return;
    const code = find(wanted);
    if (code === undefined) return setUnknown(wanted);
    setText("");
    onChange([...new Set([...codes, code])].sort());
  };
  const words = t.act.form;
  return (
    <div>
      <Box label={label}>
        {(field) => (
          <input
            id={field}
            className={classes.input}
            list={id}
            value={text}
            placeholder={words.pick}
            autoComplete="off"
            onChange={(event) => add(event.currentTarget.value, false)}
            onKeyDown={(event) => {
              if (event.key === "Enter") add(event.currentTarget.value, true);
            }}
          />
        )}
      </Box>
      <datalist id={id}>
        {options.map((option) => (
          <option key={option.code} value={option.text} />
        ))}
      </datalist>
      {unknown !== "" && (
        <p className={classes.help} role="status">
          {words.unknown(unknown)}
        </p>
      )}
      {codes.length > 0 && (
        <ul className={classes.chips} aria-label={label}>
          {codes.map((code) => (
            <li key={code} className={classes.chip}>
              {nameOf(code)}
              <UnstyledButton
                className={classes.remove}
                aria-label={words.remove(nameOf(code))}
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
