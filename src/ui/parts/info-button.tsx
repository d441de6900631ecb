import { UnstyledButton } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { type MethodTopic, useOpenMethod, useTexts } from "../services.tsx";
import classes from "./info-button.module.css";

/** Opens « Sources et méthode » where the figure beside it is explained. */
export function InfoButton({ topic }: { readonly topic: MethodTopic }) {
  const t = useTexts();
  const open = useOpenMethod();
  const label = t.method.open(t.method.topics[topic]);
  return (
    <UnstyledButton className={classes.info} aria-label={label} title={label} onClick={() => open(topic)}>
      <IconInfoCircle size={16} stroke={1.8} aria-hidden />
    </UnstyledButton>
  );
}
