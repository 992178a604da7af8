import { inNaturalOrder } from '../text/natural-order.ts';
import { Groups } from './groups.ts';
import { LEAST_WEIGHT, similarity } from './weights.ts';

/** One student's function as the set of its fingerprints, sorted. */
export interface Printed {
  id: string;
  hashes: Uint32Array;
}

/** Two functions that are alike, `left` before `right` as people count. */
export interface Pair {
  left: string;
  right: string;
  similarity: number;
}

export interface Compared {
  /** the most similar, in their order */
  pairs: Pair[];
  /** how many more there are */
  more: number;
  groups: string[][];
  /** those that had enough of their own to be compared */
  compared: number;
  /** ids of those that were too short, or held nothing but what others hold too */
  tooLittle: number;
}

/** From this many functions on, what more than half of them hold counts as given to all: a stub, a pattern of the lecture. */
const FEWEST_OF_A_CLASS = 10;
const SHARE_OF_A_CLASS = 0.5;

/** Pairs that are kept of an exercise: nobody looks at more. */
const MOST_KEPT = 2000;

/** Functions of equal fingerprints, compared once. */
interface Shape {
  /** as people count */
  ids: string[];
  /** the rarest first */
  hashes: number[];
  weights: number[];
  weight: number;
}

/**
 * The pairs of a class that are at least as similar as `threshold`. Equal ones are each paired with the first of them
 * alone: a hundred copies of one source would otherwise be 5,000 pairs.
 *
 * Only what a pair of that similarity must share is looked up: of each function its rarest fingerprints, until the
 * others together could not make a pair any more. So the time follows the pairs that are found, not all there are.
 */
export function pairsOf(
  functions: readonly Printed[],
  weightOf: (hash: number) => number,
  threshold: number,
): Compared {
  const counts = countsOf(functions);
  const most = functions.length < FEWEST_OF_A_CLASS ? functions.length : functions.length * SHARE_OF_A_CLASS;
  const weigh = (hash: number): number => ((counts.get(hash) ?? 0) > most ? 0 : weightOf(hash));
  const shapes = shapesOf(functions, counts, weigh);
  const found = new Found();
  let compared = 0;
  const index = new Map<number, number[]>();
  for (const [at, shape] of shapes.entries()) {
    compared += shape.ids.length;
    const [first = '', ...rest] = shape.ids;
    for (const id of rest) found.add(first, id, 1);
    const weights = new Map(shape.hashes.map((hash, i) => [hash, shape.weights[i] ?? 0]));
    for (const other of candidates(index, shape, at, threshold)) {
      const earlier = shapes[other] as Shape;
      const alike = similarity(sharedWeight(weights, earlier), shape.weight, earlier.weight);
      if (alike >= threshold) found.add(first, earlier.ids[0] ?? '', alike);
    }
  }
  return { ...found.all(), compared, tooLittle: functions.length - compared };
}

/** Pairs as they are found, of which the most similar are kept. */
class Found {
  #pairs: Pair[] = [];
  #count = 0;
  readonly #groups = new Groups();

  add(one: string, other: string, alike: number): void {
    const [left, right] = inNaturalOrder(one, other) < 0 ? [one, other] : [other, one];
    this.#groups.join(left, right);
    this.#pairs.push({ left, right, similarity: alike });
    this.#count += 1;
    if (this.#pairs.length > 10 * MOST_KEPT) this.#pairs = this.#kept();
  }

  all(): Pick<Compared, 'pairs' | 'more' | 'groups'> {
    const pairs = this.#kept();
    return { pairs, more: this.#count - pairs.length, groups: this.#groups.list() };
  }

  #kept(): Pair[] {
    return this.#pairs.sort(inOrder).slice(0, MOST_KEPT);
  }
}

/** The most similar first; equal ones as people count. */
export function inOrder(a: Pair, b: Pair): number {
  return b.similarity - a.similarity || inNaturalOrder(a.left, b.left) || inNaturalOrder(a.right, b.right);
}

function countsOf(functions: readonly Printed[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { hashes } of functions) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

function shapesOf(
  functions: readonly Printed[],
  counts: ReadonlyMap<number, number>,
  weigh: (hash: number) => number,
): Shape[] {
  const rarity = (hash: number): number => counts.get(hash) ?? 0;
  const byHashes = new Map<string, Shape>();
  for (const { id, hashes } of [...functions].sort((a, b) => inNaturalOrder(a.id, b.id))) {
    const own = [...hashes].filter((hash) => weigh(hash) > 0).sort((a, b) => rarity(a) - rarity(b) || a - b);
    const key = own.join();
    const known = byHashes.get(key);
    if (known !== undefined) known.ids.push(id);
    else {
      const weights = own.map(weigh);
      byHashes.set(key, { ids: [id], hashes: own, weights, weight: weights.reduce((sum, each) => sum + each, 0) });
    }
  }
  return [...byHashes.values()].filter(({ weight }) => weight >= LEAST_WEIGHT);
}

/** Earlier shapes that may be similar enough; notes the rarest fingerprints of this one. */
function candidates(index: Map<number, number[]>, shape: Shape, at: number, threshold: number): Set<number> {
  const found = new Set<number>();
  const needed = (threshold / (2 - threshold)) * shape.weight;
  let left = shape.weight;
  for (const [i, hash] of shape.hashes.entries()) {
    // What is left cannot reach the threshold by itself, so that a pair must have met before.
    if (left < needed) break;
    const known = index.get(hash);
    if (known === undefined) index.set(hash, [at]);
    else {
      for (const other of known) found.add(other);
      known.push(at);
    }
    left -= shape.weights[i] ?? 0;
  }
  return found;
}

function sharedWeight(weights: ReadonlyMap<number, number>, { hashes }: Shape): number {
  return hashes.reduce((sum, hash) => sum + (weights.get(hash) ?? 0), 0);
}
