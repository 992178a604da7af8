import { expectThat } from '../../entry/law.ts';

/**
 * How often a test of right draws fails: once in a billion, so that a run of thousands does about never. By the inequality of Dvoretzky, Kiefer
 * and Wolfowitz, with Massart's constant, which holds for every n.
 */
const ERROR_RATE = 1e-9;

/**
 * The largest distance between the share of numbers up to x and the distribution.
 *
 * @throws {LawBroken} It is larger than for right draws but once in a billion times.
 */
export function kolmogorovSmirnov(numbers: readonly number[], distribution: (x: number) => number): void {
  const n = numbers.length;
  const sorted = [...numbers].sort((a, b) => a - b);
  const distance = sorted.reduce((largest, x, i) => {
    const share = distribution(x);
    return Math.max(largest, Math.abs(share - i / n), Math.abs(share - (i + 1) / n));
  }, 0);
  const most = Math.sqrt(Math.log(2 / ERROR_RATE) / (2 * n));
  expectThat(distance <= most, `${n} numbers are up to ${distance} off their distribution, expected at most ${most}`);
}

/** The standard normal distribution, within 1.5e-7: Abramowitz and Stegun (1964), formula 7.1.26. */
export function standardNormal(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (series * Math.exp((-z * z) / 2)) / 2;
  return z < 0 ? tail : 1 - tail;
}
