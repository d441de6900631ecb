import type { RuleSource } from "../../core/professions.ts";
import { Disclosure } from "../parts/disclosure.tsx";
import { useTexts } from "../services.tsx";

export function ThresholdSource({ source }: { readonly source: RuleSource }) {
  const t = useTexts();
  return (
    <Disclosure title={t.understand.thresholds.title} topic="threshold">
      <p>{t.understand.thresholds.sources[source]}</p>
    </Disclosure>
  );
}
