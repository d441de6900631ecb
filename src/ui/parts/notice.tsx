import { Button } from "@mantine/core";
import classes from "./notice.module.css";

interface NoticeProps {
  readonly text: string;
  /** What one can do about it, the first being the obvious one. */
  readonly actions?: readonly { readonly label: string; readonly onClick: () => void }[];
}

/** Says plainly why nothing is shown, with the way out. */
export function Notice({ text, actions = [] }: NoticeProps) {
  return (
    <div className={classes.notice}>
      <p>{text}</p>
      {actions.length > 0 && (
        <div className={classes.actions}>
          {actions.map(({ label, onClick }, i) => (
            <Button key={label} size="xs" variant={i === 0 ? "filled" : "default"} onClick={onClick}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
