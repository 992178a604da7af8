import { leaves, mapTree } from '../../properties/values/tree.ts';
import type { Tree } from '../../properties/values/value.ts';
import { type Big, big, largest, ONE } from './big.ts';
import { isBig } from './is-big.ts';

/** The most that rounding to a double changes a number, as a share of it. */
const UNIT = big(2).pow(-53);
/** The most that it changes a number below the normal ones. */
const LEAST = big(2).pow(-1075);

/**
 * The most that k roundings of each term of a sum amount to, gamma_k S with gamma_k = k u / (1 - k u), where S is the sum of
 * the sizes of the terms (Higham 2002, lemma 3.1): for each S of a tree.
 */
export function afterRoundings(k: number, sums: Tree<Big>): Tree<Big> {
  const gamma = UNIT.times(k).div(ONE.minus(UNIT.times(k)));
  return mapTree<Big, Big>(sums, isBig, (sum) => gamma.times(sum).plus(LEAST.times(k).times(largest([ONE, sum]))));
}

/** The same numbers without their signs: at them, a sum of products is the sum of its terms' sizes. */
export function sizesOf<T>(numbers: T): T {
  return mapTree<Big, Big>(numbers as Tree<Big>, isNode, (x) => (isBig(x) ? x.abs() : x)) as T;
}

/** Two ulp and more of a result: what an elementary function adds. */
export function twoUlp(result: Big): Big {
  return result.abs().times(UNIT).times(4).plus(LEAST.times(4));
}

/** The sum of two trees of one form. */
export function added(a: Tree<Big>, b: Tree<Big>): Tree<Big> {
  const other = leaves(b, isBig).map(({ leaf }) => leaf);
  let next = 0;
  return mapTree<Big, Big>(a, isBig, (x) => x.plus(other[next++] as Big));
}

/** A number, or a word or a boolean among them. */
function isNode(node: unknown): node is Big & Tree<Big> {
  return isBig(node) || typeof node !== 'object' || node === null;
}
