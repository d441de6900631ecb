/** Brings one part of the map from what it last showed (undefined: nothing yet) to what is wanted. */
export type Apply<T> = (wanted: T, shown: T | undefined) => void;

export interface Updater<Scene extends object> {
  /** Wants a part to show a value. The latest wins; nothing happens if it is the one already shown. */
  want<Part extends keyof Scene>(part: Part, value: Scene[Part]): void;
  /** The map can (or can no longer) be changed. What is wanted meanwhile waits. */
  setReady(ready: boolean): void;
  /** The map lost everything it showed: all of it is applied again. */
  forget(): void;
  stop(): void;
}

/**
 * Applies wanted values to the map one part after the other, in the order of `appliers`, once per turn of `schedule`.
 * Values are compared by identity. A part counts as shown only when its applier returned; one that throws is reported,
 * leaves the others alone, and is tried again at the next change.
 */
export function createUpdater<Scene extends object>(
  appliers: { readonly [Part in keyof Scene]: Apply<Scene[Part]> },
  schedule: (run: () => void) => void,
  report: (error: unknown) => void,
): Updater<Scene> {
  const parts = Object.keys(appliers) as (keyof Scene)[];
  const wanted: Partial<Scene> = {};
  let shown: Partial<Scene> = {};
  let isReady = false;
  let isScheduled = false;
  let isStopped = false;

  const applyPart = <Part extends keyof Scene>(part: Part) => {
    if (!(part in wanted)) return;
    const value = wanted[part] as Scene[Part];
    if (part in shown && shown[part] === value) return;
    try {
      appliers[part](value, shown[part]);
      shown[part] = value;
    } catch (error) {
      report(error);
    }
  };
  const run = () => {
    isScheduled = false;
    for (const part of parts) if (isReady && !isStopped) applyPart(part);
  };
  const request = () => {
    if (isScheduled || !isReady || isStopped) return;
    isScheduled = true;
    schedule(run);
  };

  return {
    want(part, value) {
      wanted[part] = value;
      request();
    },
    setReady(ready) {
      isReady = ready;
      request();
    },
    forget() {
      shown = {};
      request();
    },
    stop() {
      isStopped = true;
    },
  };
}
