import { Button, Popover } from "@mantine/core";
import { IconColumns2 } from "@tabler/icons-react";
import { useState } from "react";
import { compareWith } from "../../app/commands.ts";
import { useQuestion, useServices, useTexts } from "../services.tsx";
import { usePlace } from "../use-answers.ts";
import classes from "./compare-button.module.css";
import { CompareChoice } from "./compare-choice.tsx";

/** Beside the name of the territory: which other one to hold it against. */
export function CompareButton() {
  const t = useTexts();
  const { store } = useServices();
  const place = usePlace();
  const isComparing = useQuestion((q) => q.compared !== null);
  const [isOpen, setIsOpen] = useState(false);
  if (!place) return null;
  const words = t.compare;
  const label = isComparing ? words.change : words.openWith(place.name);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={320} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={classes.button}
          size="compact-sm"
          variant={isComparing ? "light" : "subtle"}
          aria-label={label}
          title={label}
          onClick={() => setIsOpen((now) => !now)}
        >
          <IconColumns2 size={16} aria-hidden />
          <span className={classes.word}>{words.open}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <CompareChoice
          place={place}
          onChoose={(territory) => {
            setIsOpen(false);
            compareWith(store, territory);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
