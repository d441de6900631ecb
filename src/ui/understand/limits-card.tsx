import { Disclosure } from "../parts/disclosure.tsx";
import { useTexts } from "../services.tsx";

/** What the indicator leaves out, said before somebody else says it. */
export function LimitsCard() {
  const t = useTexts();
  return (
    <Disclosure title={t.understand.limits.title} topic="apl" isOpen>
      <ul>
        {t.understand.limits.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
