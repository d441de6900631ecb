/** Where the pointer is over the map: told without passing by React state, so that moving it redraws one card only. */
export interface Hover {
  /** Unit of the commune under the pointer. */
  readonly unit: number;
  /** CSS pixels from the top left of the map; null when the hover comes from elsewhere (a table row). */
  readonly point: { readonly x: number; readonly y: number } | null;
}

export interface HoverBus {
  get(): Hover | null;
  set(hover: Hover | null): void;
  subscribe(listener: () => void): () => void;
}

export function createHoverBus(): HoverBus {
  const listeners = new Set<() => void>();
  let current: Hover | null = null;
  return {
    get: () => current,
    set(hover) {
      current = hover;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
