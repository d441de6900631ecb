/** Something to bring to somebody who may not be there. */
export interface Errand {
  isWaiting(): boolean;
  /** Tries once; what could not leave waits on. */
  attempt(): Promise<void>;
  /** Milliseconds to leave the other side alone, as it asked; 0: none. */
  wait(): number;
}

const FIRST_WAIT = 2000;
const LONGEST_WAIT = 300_000;

/**
 * Runs an errand until nothing waits: at once when told there is a chance, else after 2 s, 4 s, … up to 5 min, each shortened at
 * random by up to a half so that all browsers of a network that comes back do not ask together. One attempt at a time; no timer
 * while nothing waits; never before the other side allows it.
 */
export class Retries {
  readonly #errand: Errand;
  readonly #random: () => number;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #attempt: Promise<void> | null = null;
  #hasChance = false;
  /** −1: the attempt to come was asked for, it counts for none. */
  #failures = 0;
  #isPatient = false;

  constructor(errand: Errand, random: () => number = Math.random) {
    this.#errand = errand;
    this.#random = random;
  }

  /** From now on tries again by itself: of several tabs, one does. */
  persist(): void {
    this.#isPatient = true;
    this.tend();
  }

  /** Looks whether something waits; cheap, called at each change. */
  tend(): void {
    if (!this.#errand.isWaiting()) {
      this.#failures = 0;
      this.#cancel();
      return;
    }
    if (!this.#isPatient || this.#timer !== null || this.#attempt !== null) return;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures) * (1 - this.#random() / 2);
    this.#timer = setTimeout(() => void this.#try().catch(() => undefined), Math.max(wait, this.#errand.wait()));
    (this.#timer as { unref?: () => void }).unref?.();
  }

  /** Something changed for the better: the network is back, somebody looks. Resolves once it was tried. */
  now(): Promise<void> {
    this.#failures = -1;
    if (this.#attempt !== null) {
      // Begun before the chance came, it may fail for the old reason.
      this.#hasChance = true;
      return this.#attempt;
    }
    return this.#try();
  }

  #try(): Promise<void> {
    this.#cancel();
    if (!this.#errand.isWaiting() || this.#errand.wait() > 0) {
      this.tend();
      return Promise.resolve();
    }
    this.#attempt = this.#run().finally(() => {
      this.#attempt = null;
      this.tend();
    });
    return this.#attempt;
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#hasChance = false;
        await this.#errand.attempt();
      } while (this.#hasChance && this.#errand.isWaiting() && this.#errand.wait() === 0);
    } finally {
      this.#failures++;
    }
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
