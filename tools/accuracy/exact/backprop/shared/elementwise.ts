import { mapTree } from '../../../../../properties/values/tree.ts';
import type { Tree } from '../../../../../properties/values/value.ts';
import type { Big } from '../../../big.ts';
import { isBig } from '../../../is-big.ts';

/** Applies a function to a number, or to each number of nested arrays. */
export function elementwise(z: Tree<Big>, f: (z: Big) => Big): Tree<Big> {
  return mapTree<Big, Big>(z, isBig, f);
}
