import { differs, type PairedAnswer } from './pairs.ts';

const MOST_DECIMALS = 12;
/** Larger errors are no matter of digits. */
const ROUNDED = 2 ** -20;

/** Whether all that differs was rounded on the way: to float32, or to a number of decimals. */
export function precisionRelation(answers: readonly PairedAnswer[], right: readonly PairedAnswer[]): string | null {
  const pairs = answers.flatMap((answer) => answer.pairs);
  const wrong = pairs.filter(differs);
  if (wrong.length === 0 || wrong.some(({ got, expected }) => !Number.isFinite(got) || !Number.isFinite(expected)))
    return null;
  const all = [...pairs, ...right.flatMap((answer) => answer.pairs)];
  const decimals = decimalsOf(all);
  if (decimals !== null) return `rounded to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;
  const isSmall = answers.every(({ pairs: own }) => {
    const largest = Math.max(...own.map(({ expected }) => Math.abs(expected)));
    return own.every(({ got, expected }) => Math.abs(got - expected) <= ROUNDED * largest);
  });
  if (!isSmall) return null;
  if (all.every(({ got }) => Math.fround(got) === got))
    return 'rounded to float32 (by a Float32Array or Math.fround): compute in plain numbers';
  return 'right to a few digits only: a constant with too few digits, a small number added, or float32 on the way';
}

/** The decimals to which every number was rounded, if the expected values have more. */
function decimalsOf(pairs: readonly { got: number; expected: number }[]): number | null {
  const distinct = new Set(pairs.map(({ expected }) => expected));
  if (distinct.size < 3) return null;
  for (let decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
    const scale = 10 ** decimals;
    const isRounded = pairs.every(
      ({ got, expected }) =>
        Math.abs(got - expected) * scale <= 0.5 + 1e-6 &&
        Math.abs(got * scale - Math.round(got * scale)) <= 1e-9 * Math.max(1, Math.abs(got * scale)),
    );
    if (isRounded) return decimals;
  }
  return null;
}
