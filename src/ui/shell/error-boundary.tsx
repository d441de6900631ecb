import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { useTexts } from "../services.tsx";
import classes from "./error-boundary.module.css";

interface BoundaryState {
  readonly error: Error | null;
}

/** Last resort: says that the page failed, keeps the link, offers to reload. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    return this.state.error ? <Crash error={this.state.error} /> : this.props.children;
  }
}

function Crash({ error }: { readonly error: Error }) {
  const t = useTexts();
  return (
    <main className={classes.crash} role="alert">
      <h1>{t.failures.crash}</h1>
      <p>{t.failures.crashHelp}</p>
      <pre className={classes.detail}>{error.message}</pre>
      <Button onClick={() => window.location.reload()}>{t.failures.reload}</Button>
    </main>
  );
}
