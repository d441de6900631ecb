import { Button, FileButton } from "@mantine/core";
import { useRef } from "react";

interface PickFileProps {
  readonly label: string;
  /** Kinds of file offered first, as `accept` writes them. */
  readonly accept: string;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  onFile(file: File): void;
}

/** A button that takes a file; the same one can be taken again. */
export function PickFile({ label, accept, isBusy = false, isDisabled = false, onFile }: PickFileProps) {
  const reset = useRef<() => void>(null);
  const take = (file: File | null) => {
    reset.current?.();
    if (file) onFile(file);
  };
  return (
    <FileButton accept={accept} resetRef={reset} inputProps={{ "aria-label": label }} onChange={take}>
      {(props) => (
        <Button {...props} size="xs" variant="default" loading={isBusy} disabled={isDisabled}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}
