import { SegmentedControl } from "@mantine/core";
import { isLocale, LOCALES } from "../../i18n/locale.ts";
import { useLocale, useServices, useTexts } from "../services.tsx";

export function LanguageSwitch() {
  const t = useTexts();
  const locale = useLocale();
  const { store } = useServices();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.language.label}
      value={locale}
      onChange={(value) => isLocale(value) && store.ask({ locale: value })}
      data={LOCALES.map((value) => ({
        value,
        label: (
          <abbr title={t.language.names[value]} style={{ textDecoration: "none" }}>
            {value.toUpperCase()}
          </abbr>
        ),
      }))}
    />
  );
}
