import type { ReactNode } from "react";
import { type MethodTopic, useTexts } from "../services.tsx";

/** How sites are chosen, in the drawer « Sources et méthode ». */
export function ActMethod({ title }: { readonly title: (topic: MethodTopic) => ReactNode }) {
  const { act, sides } = useTexts();
  return (
    <>
      {title("act")}
      <p>{act.method}</p>
      <p>{act.methodTotal}</p>
      <p>{act.staff.method}</p>
      <p>{act.methodOthers}</p>
      <p>{act.capacity.method}</p>
      <p>{act.methodProof}</p>
      <p>{sides.methodLinks}</p>
      <p>{sides.method}</p>
    </>
  );
}
