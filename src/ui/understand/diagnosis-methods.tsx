import type { ReactNode } from "react";
import { type MethodTopic, useTexts } from "../services.tsx";

/** Methods of the lenses that question a diagnosis, in the drawer « Sources et méthode ». */
export function DiagnosisMethods({ title }: { readonly title: (topic: MethodTopic) => ReactNode }) {
  const t = useTexts();
  const { robustness, departures, cumulated, zoning } = t;
  return (
    <>
      {title("robustness")}
      <p>{robustness.method}</p>
      <p>{robustness.methodRule}</p>
      {title("departures")}
      <p>{departures.method}</p>
      <p>{departures.methodLoss}</p>
      {title("cumulated")}
      <p>{cumulated.method}</p>
      {title("zoning")}
      <p>{zoning.method}</p>
      <p>{zoning.methodTake}</p>
    </>
  );
}
