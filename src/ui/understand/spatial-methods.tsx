import type { ReactNode } from "react";
import { Formula } from "../parts/formula.tsx";
import { type MethodTopic, useTexts } from "../services.tsx";

/** Methods of the lenses of who lies beside whom, in the drawer « Sources et méthode ». */
export function SpatialMethods({ title }: { readonly title: (topic: MethodTopic) => ReactNode }) {
  const t = useTexts();
  const { deserts, clusters, crossed } = t;
  return (
    <>
      {title("deserts")}
      <p>{deserts.method}</p>
      <p>{deserts.methodDepth}</p>
      {title("clusters")}
      <Formula text={clusters.methodFormula} />
      <p>{clusters.method}</p>
      <p>{clusters.methodGi}</p>
      <p>{clusters.methodGlobal}</p>
      <p>{clusters.global.built}</p>
      {title("crossed")}
      <p>{crossed.method}</p>
      <p>{crossed.methodIndex}</p>
    </>
  );
}
