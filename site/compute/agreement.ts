import { describeMismatch, firstMismatch, type Terms } from '../../properties/values/agreement.ts';
import { leaves, numbersOf } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import type { Agreement, Difference } from './messages.ts';

/** How a value compares with that of the reference. Whether it agrees is decided as the tests of the backends decide it. */
export function agreementOf(got: Value, reference: Value, terms: Terms & { allowed: Tree<number> }): Agreement {
  const mismatch = firstMismatch(got, reference, terms);
  const differences = mismatch?.kind === 'shape' ? [] : differencesOf(got, reference, terms.allowed);
  return {
    agrees: mismatch === null,
    mismatch: mismatch && describeMismatch(mismatch),
    worst: differences.reduce<Difference | null>(
      (worst, it) => (worst && shareOf(worst) >= shareOf(it) ? worst : it),
      null,
    ),
    differences,
    because: terms.because,
  };
}

/** How far a value is from that of the reference where nothing is known of how far it may be: but NaN and infinities differ. */
export function unboundedAgreement(got: Value, reference: Value): Agreement {
  const mismatch = firstMismatch(got, reference, { allowed: Number.MAX_VALUE, because: '', signedZero: false });
  const differences = mismatch ? [] : differencesOf(got, reference, Number.NaN);
  return {
    agrees: mismatch ? false : null,
    mismatch: mismatch && describeMismatch(mismatch),
    worst: differences.reduce<Difference | null>(
      (worst, it) => (worst && worst.difference >= it.difference ? worst : it),
      null,
    ),
    differences,
    because: 'no bound is known for values of this form, so the difference is shown and not judged',
  };
}

function differencesOf(got: Value, reference: Value, allowed: Tree<number>): Difference[] {
  const mine = numbersOf(got);
  const most = typeof allowed === 'number' ? null : numbersOf(allowed);
  const numbers = leaves<Value>(reference as Tree<Value>, isLeaf).filter(({ leaf }) => typeof leaf === 'number');
  return numbers.map(({ path, leaf }, i) => {
    const [a, b] = [mine[i] ?? Number.NaN, leaf as number];
    const difference = Object.is(a, b) || a === b ? 0 : Math.abs(a - b);
    return { path, reference: b, got: a, difference, allowed: most?.[i] ?? (allowed as number) };
  });
}

function isLeaf(node: unknown): boolean {
  return typeof node !== 'object' || node === null;
}

/** The difference as a share of what is allowed: what differs where nothing may is the worst. */
function shareOf({ difference, allowed }: Difference): number {
  if (difference === 0 || allowed === Infinity) return 0;
  return Number.isNaN(difference) ? Infinity : difference / allowed;
}
