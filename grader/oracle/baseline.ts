import { firstMismatch } from '../../properties/values/agreement.ts';
import { mapNumbers, numbersOf } from '../../properties/values/tree.ts';
import type { Tree, Value } from '../../properties/values/value.ts';

interface Known {
  args: readonly Value[];
  expected: Value;
  allowed: Tree<number>;
  because: string;
}

/**
 * The share of cases that are right without computing anything: zeros of the right shape, one constant everywhere,
 * one number throughout each result, one value for all, or an argument given back (its first item, or wrapped in a list),
 * whichever is best.
 */
export function baselineShare(cases: readonly Known[]): number {
  if (cases.length === 0) return 0;
  const right = (guess: (item: Known) => Value): number =>
    cases.filter((item) => firstMismatch(guess(item), item.expected, { ...item, signedZero: false }) === null).length;
  const filled = (constant: number) => (item: Known) => mapNumbers(item.expected, () => constant);
  const constants = mostCommon(
    cases.flatMap(({ expected }) => [...new Set(numbersOf(expected))]),
    3,
  );
  const results = mostCommon(
    cases.map(({ expected }) => JSON.stringify(expected)),
    1,
  ).map((text) => JSON.parse(text) as Value);
  const parameters = Math.max(...cases.map(({ args }) => args.length));
  const counts = [
    right(filled(0)),
    right(uniform),
    ...constants.map((constant) => right(filled(constant))),
    ...results.map((result) => right(() => result)),
    ...Array.from({ length: parameters }, (_, i) => [
      right(({ args }) => args[i]),
      right(({ args }) => firstOf(args[i])),
      right(({ args }) => [args[i]]),
    ]).flat(),
  ];
  return Math.max(...counts) / cases.length;
}

/** The first row of a matrix is right for anything that averages over a batch of one. */
function firstOf(value: Value): Value {
  return Array.isArray(value) ? value[0] : undefined;
}

/**
 * One number throughout, the one that fits best: 1/C for a softmax. For a single number this would be the value itself,
 * so it does not count as a guess.
 */
function uniform({ expected }: Known): Value {
  const numbers = numbersOf(expected);
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  return numbers.length > 1 ? mapNumbers(expected, () => mean) : undefined;
}

function mostCommon<T>(items: readonly T[], most: number): T[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([item]) => item);
}
