import { useEffect, useState } from "react";
import { LONGEST_TITLE } from "../../core/scenario/document.ts";
import formClasses from "../act/act-form.module.css";
import { Box } from "../act/form-boxes.tsx";
import { useTexts } from "../services.tsx";

interface TitleBoxProps {
  readonly title: string;
  onChange(title: string): void;
}

/** What is typed counts once one leaves the field; a blank title does not. */
export function TitleBox({ title, onChange }: TitleBoxProps) {
  const t = useTexts();
  const [text, setText] = useState(title);
  useEffect(() => setText(title), [title]);
  const settle = () => {
    if (text.trim() === "") setText(title);
    else if (text !== title) onChange(text);
  };
  return (
    <Box label={t.scenario.board.name}>
      {(id) => (
        <input
          id={id}
          className={formClasses.input}
          value={text}
          maxLength={LONGEST_TITLE}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === "Enter") settle();
          }}
        />
      )}
    </Box>
  );
}
