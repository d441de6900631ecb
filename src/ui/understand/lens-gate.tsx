import type { ReactNode } from "react";
import { chooseProfession, chooseYear } from "../../app/commands.ts";
import { Notice } from "../parts/notice.tsx";
import { useFormats, useQuestion, useServices, useTexts } from "../services.tsx";

interface LensGateProps {
  /** Years for which the lens has data, nearest offered first. */
  readonly years: readonly number[];
  /** Whether it exists for general practitioners alone. */
  readonly gpOnly: boolean;
  readonly children: ReactNode;
}

/** Shows a lens only where it has data; otherwise says why, and leads to where it does. */
export function LensGate({ years, gpOnly, children }: LensGateProps) {
  const t = useTexts();
  const f = useFormats();
  const { store } = useServices();
  const { profession, year, ages } = useQuestion((q) => q.series);
  const words = t.diagnoses;
  if (gpOnly && profession !== "gp")
    return (
      <Notice
        text={words.otherProfession}
        actions={[{ label: words.toGp, onClick: () => chooseProfession(store, "gp") }]}
      />
    );
  if (!years.includes(year)) {
    const nearest = [...years].sort((a, b) => Math.abs(a - year) - Math.abs(b - year));
    return (
      <Notice
        text={words.otherYear(year, f.list([...years].sort().map(String)))}
        actions={nearest.map((one) => ({ label: words.toYear(one), onClick: () => chooseYear(store, one) }))}
      />
    );
  }
  return (
    <>
      {children}
      {ages !== "all" && <Notice text={words.agesIgnored} />}
    </>
  );
}
