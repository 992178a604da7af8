import type { Entry } from '../../properties/entry.ts';
import { leaves, mapTree } from '../../properties/tree.ts';
import type { Tree, Value } from '../../properties/value.ts';
import type { Authority } from './authority.ts';
import { type Big, big, dot, largest } from './big.ts';
import { exactly } from './exactly.ts';
import { isBig } from './is-big.ts';
import { liftedExactly } from './lifted.ts';

/** The step of the differences, as a share of the number: its square is below the digits of a double by far. */
const STEP = big('1e-20');
/** What slopes on either side differ by at most where there is no kink: a step's worth of curvature. */
const SMOOTH = big('1e-12');

/**
 * The derivatives of sum(upstream * result) by each number of the parameters that the entry's gradient names, in their
 * order, by central differences with 64 digits: about 40 of them hold. Null at a kink and where the formula ends.
 */
export function gradientTruth(
  entry: Entry,
  authority: Authority,
  upstream: readonly number[],
  args: readonly Value[],
): (Big | null)[] {
  const weights = upstream.map(exactly);
  const lifted = args.map(liftedExactly);
  const value = (moved: readonly Tree<Big>[]): Big =>
    dot(
      weights,
      leaves(authority.exact(...(moved as Parameters<typeof authority.exact>)), isBig).map(({ leaf }) => leaf),
    );
  const here = value(lifted);
  return (entry.gradient?.wrt ?? []).flatMap((path) => {
    const { numbers, replaced } = argumentAt(entry, lifted, path);
    return numbers.map((x, k) => {
      const h = largest([x.abs(), big(1e-6)]).times(STEP);
      const forward = value(replaced(k, x.plus(h)))
        .minus(here)
        .div(h);
      const backward = here.minus(value(replaced(k, x.minus(h)))).div(h);
      const size = forward.abs().plus(backward.abs()).plus(1);
      // NaN is no less than anything.
      return forward.minus(backward).abs().lt(size.times(SMOOTH)) ? forward.plus(backward).div(2) : null;
    });
  });
}

/** The numbers of a parameter or of a field of it, and the argument list with another number in the place of one. */
function argumentAt(
  entry: Entry,
  args: readonly Tree<Big>[],
  path: string,
): { numbers: Big[]; replaced: (k: number, x: Big) => Tree<Big>[] } {
  const [parameter, field] = path.split('.') as [string, string?];
  const position = Object.keys(entry.parameters).indexOf(parameter);
  const argument = args[position] as Tree<Big>;
  const whole = field === undefined ? argument : ((argument as Record<string, Tree<Big>>)[field] as Tree<Big>);
  const numbers = leaves(whole, isNode).flatMap(({ leaf }) => (isBig(leaf) ? [leaf] : []));
  const replaced = (k: number, x: Big): Tree<Big>[] => {
    let next = 0;
    const moved = mapTree<Big, Big>(whole, isNode as typeof isBig, (old) => (isBig(old) && next++ === k ? x : old));
    const all = [...args];
    all[position] = field === undefined ? moved : { ...(argument as Record<string, Tree<Big>>), [field]: moved };
    return all;
  };
  return { numbers, replaced };
}

/** A number, or a word or a boolean among them. */
function isNode(node: unknown): boolean {
  return isBig(node) || typeof node !== 'object' || node === null;
}
