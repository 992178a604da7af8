import type { Rounded } from '../../rounding/rounding.ts';

/** The numbers of one step, each behind those that it was computed from, as arrays that are quick to go through. */
export class StepGraph {
  readonly #places: ReadonlyMap<Rounded, number>;
  readonly #roundings: Float64Array;
  /** the links of the number at place p are those from starts[p] to starts[p + 1] */
  readonly #starts: Int32Array;
  /** of each link, the place of what the number was computed from, and its derivative by that */
  readonly #parents: Int32Array;
  readonly #partials: Float64Array;

  constructor(outputs: readonly Rounded[]) {
    const nodes = inOrder(outputs);
    this.#places = new Map(nodes.map((node, place) => [node, place]));
    this.#roundings = Float64Array.from(nodes, ({ rounding }) => rounding);
    this.#starts = new Int32Array(nodes.length + 1);
    nodes.forEach(({ parents }, place) => {
      this.#starts[place + 1] = (this.#starts[place] as number) + parents.length;
    });
    this.#parents = Int32Array.from(nodes.flatMap(({ parents }) => parents.map((parent) => this.#placeOf(parent))));
    this.#partials = Float64Array.from(
      nodes.flatMap(({ parents, partials }) => (parents.length === 0 ? [] : partials().map(({ value }) => value))),
    );
  }

  /**
   * What the rounding of every operation may add to a weighted sum of outputs, to first order: the sizes of its derivatives
   * by all numbers, each times what the operation behind that number adds. And the derivatives by the inputs.
   */
  backwards(weights: ReadonlyMap<Rounded, number>, inputs: readonly Rounded[]): { error: number; slopes: number[] } {
    const slopes = new Float64Array(this.#roundings.length);
    for (const [output, weight] of weights) slopes[this.#placeOf(output)] = weight;
    let error = 0;
    for (let place = slopes.length - 1; place >= 0; place--) {
      const slope = slopes[place] as number;
      // A root of 0 has an infinite derivative, which nothing comes through.
      if (slope === 0) continue;
      error += Math.abs(slope) * (this.#roundings[place] as number);
      for (let link = this.#starts[place] as number; link < (this.#starts[place + 1] as number); link++) {
        const parent = this.#parents[link] as number;
        slopes[parent] = (slopes[parent] as number) + slope * (this.#partials[link] as number);
      }
    }
    return { error, slopes: inputs.map((input) => slopes[this.#places.get(input) ?? -1] ?? 0) };
  }

  #placeOf(node: Rounded): number {
    const place = this.#places.get(node);
    if (place === undefined) throw new RangeError('a number that no output was computed from');
    return place;
  }
}

/** All that the outputs were computed from, none before what it was computed from itself. */
function inOrder(outputs: readonly Rounded[]): Rounded[] {
  const ordered = new Set<Rounded>();
  const waiting = outputs.map((node) => ({ node, next: 0 }));
  for (let top = waiting.at(-1); top; top = waiting.at(-1)) {
    const parent = top.node.parents[top.next++];
    if (parent === undefined) {
      waiting.pop();
      ordered.add(top.node);
    } else if (!ordered.has(parent)) waiting.push({ node: parent, next: 0 });
  }
  return [...ordered];
}
