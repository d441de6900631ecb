import { IconCheck } from "@tabler/icons-react";
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from "react";
import classes from "./toast.module.css";

export interface Toast {
  readonly title: string;
  readonly detail?: string;
}

const STAYS_MS = 4500;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows one short message at a time, said aloud by screen readers. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback((next: Toast) => setToast({ ...next }), []);
  useEffect(() => {
    if (!toast) return;
    const timer = window.setTimeout(() => setToast(null), STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={show}>
      {children}
      <div className={classes.region} role="status" aria-live="polite">
        {toast && (
          <div className={classes.toast}>
            <IconCheck size={18} aria-hidden />
            <div>
              <strong>{toast.title}</strong>
              {toast.detail && <p>{toast.detail}</p>}
            </div>
          </div>
        )}
      </div>
    </ToastContext>
  );
}

export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}
