import type { Entry } from '../../properties/entry/entry.ts';
import { leaves, mapTree } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import type { Authority } from './authority.ts';
import { type Big, big, largest, ONE, sum } from './big.ts';
import { exactly } from './exactly.ts';
import { isBig } from './is-big.ts';
import { liftedArguments } from './lifted.ts';

/** The step of the differences, as a share of a number of 1e-6 to 1: its square is below the digits of a double by far. */
const STEP = big('1e-20');
/** The error that a value of 64 digits may have, as a share of its terms. */
const NOISE = big('1e-61');

/** A derivative, and how far differences may be from it. */
export interface Slope {
  value: Big;
  /** NaN at the end of the formula's domain */
  uncertainty: Big;
}

/**
 * The derivatives of sum(upstream * result) by each number of the parameters that the entry's gradient names, in their
 * order, by central differences with 64 digits. What the slopes on either side and those of half the step differ by, and
 * the noise over the step, bound the error: small against doubles but at kinks and where the value has hardly a slope.
 */
export function gradientTruth(
  entry: Entry,
  authority: Authority,
  upstream: readonly number[],
  args: readonly Value[],
): Slope[] {
  const weights = upstream.map(exactly);
  const lifted = liftedArguments(entry, args);
  type Arguments = Parameters<typeof authority.exact>;
  const differentiated = authority.surrogate?.(...(lifted as Arguments)) ?? authority.exact;
  const terms = (moved: readonly Tree<Big>[]): Big[] => {
    const results = leaves(differentiated(...(moved as Arguments)), isBig);
    return results.map(({ leaf }, i) => leaf.times(weights[i] as Big));
  };
  const value = (moved: readonly Tree<Big>[]): Big => sum(terms(moved));
  const here = value(lifted);
  const noise = sum(terms(lifted).map((term) => term.abs())).times(NOISE);
  return (entry.gradient?.wrt ?? []).flatMap((path) => {
    const { numbers, replaced } = argumentAt(entry, lifted, path);
    return numbers.map((x, k) => {
      const size = x.abs().gt(1) ? ONE : largest([x.abs(), big(1e-6)]);
      const h = size.times(STEP);
      const slope = (step: Big): Big =>
        value(replaced(k, x.plus(step)))
          .minus(here)
          .div(step);
      const [forward, half, backward] = [slope(h), slope(h.div(2)), slope(h.neg())];
      const uncertainty = forward.minus(backward).abs().plus(forward.minus(half).abs()).plus(noise.div(h));
      return { value: forward.plus(backward).div(2), uncertainty };
    });
  });
}

/** The numbers of a parameter or of a field of it, and the argument list with another number in place of one. */
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
