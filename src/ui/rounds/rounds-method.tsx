import type { ReactNode } from "react";
import { type MethodTopic, useTexts } from "../services.tsx";

/** How rounds are planned, in the drawer « Sources et méthode ». */
export function RoundsMethod({ title }: { readonly title: (topic: MethodTopic) => ReactNode }) {
  const { rounds } = useTexts();
  return (
    <>
      {title("rounds")}
      <p>{rounds.method}</p>
      <p>{rounds.methodSearch}</p>
      <p>{rounds.methodBound}</p>
      <p>{rounds.methodDepot}</p>
    </>
  );
}
