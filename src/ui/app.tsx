import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Services, ServicesProvider, useLocale } from "./services.tsx";
import { ErrorBoundary } from "./shell/error-boundary.tsx";
import { Shell } from "./shell/shell.tsx";
import { ToastProvider } from "./shell/toast.tsx";
import { theme } from "./theme.ts";

interface AppProps {
  readonly services: Services;
  readonly queries: QueryClient;
}

export function App({ services, queries }: AppProps) {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} forceColorScheme="light">
        <ServicesProvider value={services}>
          <Language />
          <ErrorBoundary>
            <ToastProvider>
              <Shell />
            </ToastProvider>
          </ErrorBoundary>
        </ServicesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}

function Language() {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return null;
}
