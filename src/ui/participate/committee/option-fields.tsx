import { Button } from "@mantine/core";
import { useStore } from "zustand";
import { findWork } from "../../../app/scenarios.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useServices, useTexts } from "../../services.tsx";
import classes from "./committee.module.css";
import { MOST_OPTIONS, type OptionDraft } from "./consultation-draft.ts";
import { TextField } from "./fields.tsx";

interface OptionFieldsProps {
  readonly options: readonly OptionDraft[];
  readonly fault: string | undefined;
  onChange(options: readonly OptionDraft[]): void;
}

/** What members choose among: words, or a scenario of this browser whose title they are then. */
export function OptionFields({ options, fault, onChange }: OptionFieldsProps) {
  const { committee } = useTexts();
  const { scenarios } = useServices();
  const board = useStore(scenarios);
  const words = committee.ask;
  const put = (k: number, option: OptionDraft) => onChange(options.map((one, i) => (i === k ? option : one)));
  return (
    <fieldset className={`${classes.stack} ${classes.bare}`}>
      <legend className={classes.subhead}>{words.options}</legend>
      {options.map((option, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its rank alone
        <div key={k} className={classes.stack}>
          <TextField
            label={words.option(k + 1)}
            longest={200}
            value={option.text}
            onChange={(text) => put(k, { text, scenario: null })}
          />
          <div className={classes.actions}>
            {board.works.length > 0 && (
              <div className={classes.grow}>
                <ChoiceBox
                  label={words.scenario(k + 1)}
                  value={option.scenario ?? ""}
                  onChange={(id) =>
                    put(k, {
                      text: findWork(board, id)?.document.title ?? option.text,
                      scenario: id === "" ? null : id,
                    })
                  }
                  options={[
                    { value: "", label: words.noScenario },
                    ...board.works.map(({ id, document }) => ({ value: id, label: document.title })),
                  ]}
                />
              </div>
            )}
            {options.length > 1 && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onChange(options.filter((_, other) => other !== k))}
              >
                {words.removeOption(k + 1)}
              </Button>
            )}
          </div>
        </div>
      ))}
      {fault && (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      )}
      {board.works.length === 0 && <p className={classes.help}>{words.scenariosHelp}</p>}
      {options.length < MOST_OPTIONS && (
        <div className={classes.actions}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange([...options, { text: "", scenario: null }])}
          >
            {words.addOption}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
