import { Button } from "@mantine/core";
import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import { Notice } from "../../parts/notice.tsx";
import { useServices, useTexts } from "../../services.tsx";
import { Fault } from "../report/fields.tsx";
import { useAct } from "./use-act.ts";

interface EraseButtonProps {
  readonly view: SpaceView;
  readonly id: string;
  readonly scope: string;
  onErased?(): void;
}

/** Takes back one's own text, once one has said so twice. */
export function EraseButton({ view, id, scope, onErased }: EraseButtonProps) {
  const { proposals } = useTexts();
  const { contributions } = useServices();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const words = proposals.erase;
  const erase = async () => {
    const body = { target: id, reason: "author" } as const;
    const isDone = await act.run(
      () => contributions.publish(view.space, { type: "tombstone", scope, body }),
      words.done,
    );
    if (isDone) onErased?.();
  };
  return (
    <>
      {!isAsking && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {words.button}
        </Button>
      )}
      {isAsking && (
        <div role="alert">
          <Notice
            text={words.confirm}
            actions={[
              { label: words.keep, onClick: () => setAsking(false) },
              { label: words.confirmed, onClick: () => void erase() },
            ]}
          />
        </div>
      )}
      <Fault text={act.problem} />
    </>
  );
}
