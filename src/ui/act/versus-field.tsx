import { Checkbox } from "@mantine/core";
import { useId } from "react";
import { type FrontAim, PLACEMENT_OBJECTIVES } from "../../core/placement/objectives.ts";
import { useTexts } from "../services.tsx";
import classes from "./act-form.module.css";

const MOST = 2;

interface VersusFieldProps {
  readonly aim: FrontAim;
  readonly versus: readonly FrontAim[];
  readonly onChange: (versus: readonly FrontAim[]) => void;
}

/** Which other objectives the one aimed at is traded off against. */
export function VersusField({ aim, versus, onChange }: VersusFieldProps) {
  const t = useTexts();
  const id = useId();
  const words = t.act.form;
  const others = PLACEMENT_OBJECTIVES.filter((one): one is FrontAim => one !== "lscp" && one !== aim);
  const chosen = others.filter((one) => versus.includes(one));
  return (
    <fieldset className={classes.versus} aria-describedby={id}>
      <legend className={classes.name}>{words.versus}</legend>
      <div className={classes.choices}>
        {others.map((one) => (
          <Checkbox
            key={one}
            size="xs"
            label={words.aims[one]}
            checked={chosen.includes(one)}
            disabled={!chosen.includes(one) && chosen.length >= MOST}
            onChange={({ currentTarget }) =>
              onChange(others.filter((other) => (other === one ? currentTarget.checked : chosen.includes(other))))
            }
          />
        ))}
      </div>
      <p id={id} className={classes.help}>
        {words.versusHelp}
      </p>
    </fieldset>
  );
}
