import type { Big } from '../../../big.ts';

/** The numbers from 0 to below n after Fisher and Yates' swaps from the top. */
export function exactlyShuffled(n: number, random: readonly Big[]): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  random.forEach((u, k) => {
    const i = n - 1 - k;
    const j = u
      .times(i + 1)
      .floor()
      .toNumber();
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  });
  return order;
}
