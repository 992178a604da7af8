import type { Tree } from '../../../../../properties/values/value.ts';
import type { Big } from '../../../big.ts';

/** Applies a function of rows along an axis of nested arrays, counted from the end if negative; default the last. */
export function alongAxis(nested: Tree<Big>, f: (row: readonly Big[]) => Big[], axis = -1): Tree<Big> {
  let rank = 0;
  for (let level: Tree<Big> = nested; Array.isArray(level); level = level[0]) rank++;
  return along(nested, axis < 0 ? axis + rank : axis, rank, f);
}

function along(nested: Tree<Big>, axis: number, rank: number, f: (row: readonly Big[]) => Big[]): Tree<Big> {
  const items = nested as readonly Tree<Big>[];
  if (axis > 0) return items.map((item) => along(item, axis - 1, rank - 1, f));
  if (rank === 1) return f(items as readonly Big[]);
  // The axis comes first: each column is taken on its own.
  const columns = (items[0] as readonly Tree<Big>[]).map((_, j) =>
    along(
      items.map((item) => (item as readonly Tree<Big>[])[j] as Tree<Big>),
      0,
      rank - 1,
      f,
    ),
  ) as readonly (readonly Tree<Big>[])[];
  return items.map((_, i) => columns.map((column) => column[i] as Tree<Big>));
}
