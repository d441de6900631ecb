import { Button, Popover, TextInput } from "@mantine/core";
import { IconShare2 } from "@tabler/icons-react";
import { useState } from "react";
import { useServices, useTexts } from "../services.tsx";
import classes from "./share-button.module.css";
import { useToast } from "./toast.tsx";

/** Sends the link to what is on screen: the system's share sheet on phones, else the clipboard, else a field to copy from. */
export function ShareButton() {
  const t = useTexts();
  const { store, map } = useServices();
  const toast = useToast();
  const [refused, setRefused] = useState<string | null>(null);

  const share = async () => {
    const camera = map.current?.getCamera() ?? store.getState().question.camera;
    const url = store.shareUrl(camera);
    const isTouch = window.matchMedia("(pointer: coarse)").matches;
    if (isTouch && typeof navigator.share === "function") {
      const sent = await navigator.share({ title: document.title, url }).then(
        () => true,
        (error: unknown) => error instanceof DOMException && error.name === "AbortError",
      );
      if (sent) return;
    }
    try {
      await navigator.clipboard.writeText(url);
      toast({ title: t.share.copied, detail: t.share.copiedHelp });
    } catch {
      setRefused(url);
    }
  };

  return (
    <Popover
      opened={refused !== null}
      onChange={() => setRefused(null)}
      width={320}
      position="bottom-end"
      withArrow
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          className={classes.button}
          aria-label={t.share.button}
          leftSection={<IconShare2 size={16} aria-hidden />}
          onClick={() => (refused === null ? void share() : setRefused(null))}
        >
          <span className={classes.word}>{t.share.button}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t.share.field}
          description={t.share.refused}
          readOnly
          data-autofocus
          value={refused ?? ""}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
