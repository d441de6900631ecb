import type { WalkGraph } from "./walk-graph.ts";

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Best walk of a day: most prizes less driving at `minuteCost`, from depot to depot within the budget, a place never twice
 * without two others between (Houck, Picard, Queyranne & Vemuganti 1980). No true route is worth more. Dynamic program over the steps
 * of the grid, two labels per node and step: the best, and the best that comes from another place.
 */
export class BestWalk {
  readonly graph: WalkGraph;
  /** Visits of each node on the best walk of the last question. */
  readonly visits: Int32Array;
  driving = 0;
  readonly #values: Float64Array;
  /** Label each label comes from, (step × size + node) × 2 + rank; −1: the depot, −2: no label. */
  readonly #from: Int32Array;
  readonly #nodes: Int32Array;

  constructor(graph: WalkGraph) {
    this.graph = graph;
    this.visits = new Int32Array(graph.size);
    this.#values = new Float64Array((graph.budget + 1) * graph.size * 2);
    this.#from = new Int32Array(this.#values.length);
    this.#nodes = new Int32Array(graph.size);
  }

  /** Value of the best walk, 0 for staying at the depot; `prizes`: one per node. */
  solve(prizes: Float64Array, minuteCost: number): number {
    const { size, budget, steps, firstSteps, lastSteps, driving, firstDriving, lastDriving } = this.graph;
    const values = this.#values.fill(NEVER);
    const from = this.#from.fill(-2);
    const nodes = this.#nodes;
    let count = 0;
    for (let i = 0; i < size; i++) if (prizes[i] > 0 && firstSteps[i] + lastSteps[i] <= budget) nodes[count++] = i;
    for (let k = 0; k < count; k++) {
      const i = nodes[k];
      const at = (firstSteps[i] * size + i) * 2;
      values[at] = prizes[i] - minuteCost * firstDriving[i];
      from[at] = -1;
    }
    let best = 0;
    let bestAt = -1;
    for (let step = 0; step <= budget; step++) {
      for (let k = 0; k < count; k++) {
        const i = nodes[k];
        const at = (step * size + i) * 2;
        if (from[at] === -2) continue;
        if (step + lastSteps[i] <= budget) {
          const end = values[at] - minuteCost * lastDriving[i];
          if (end > best) {
            best = end;
            bestAt = at;
          }
        }
        const comes = this.#placeBefore(at);
        for (let n = 0; n < count; n++) {
          const j = nodes[n];
          const then = step + steps[i * size + j];
          if (then + lastSteps[j] > budget || this.graph.place[i] === this.graph.place[j]) continue;
          const label = this.graph.place[j] === comes ? at + 1 : at;
          const value = values[label];
          if (value === NEVER) continue;
          this.#offer((then * size + j) * 2, value + prizes[j] - minuteCost * driving[i * size + j], label);
        }
      }
    }
    this.#follow(bestAt);
    return best;
  }

  #offer(at: number, value: number, label: number): void {
    const values = this.#values;
    const from = this.#from;
    if (value <= values[at + 1]) return;
    const same = from[at] >= 0 && this.#placeAt(from[at]) === this.#placeAt(label);
    if (value > values[at]) {
      if (!same) {
        values[at + 1] = values[at];
        from[at + 1] = from[at];
      }
      values[at] = value;
      from[at] = label;
    } else if (!same) {
      values[at + 1] = value;
      from[at + 1] = label;
    }
  }

  #placeAt(label: number): number {
    return this.graph.place[(label >> 1) % this.graph.size];
  }

  #placeBefore(label: number): number {
    const before = this.#from[label];
    return before < 0 ? -1 : this.#placeAt(before);
  }

  #follow(end: number): void {
    const { size, driving, firstDriving, lastDriving } = this.graph;
    this.visits.fill(0);
    this.driving = 0;
    if (end < 0) return;
    let node = (end >> 1) % size;
    this.driving = lastDriving[node];
    for (let at = end; ; ) {
      this.visits[node]++;
      const before = this.#from[at];
      if (before < 0) break;
      const previous = (before >> 1) % size;
      this.driving += driving[previous * size + node];
      node = previous;
      at = before;
    }
    this.driving += firstDriving[node];
  }
}
