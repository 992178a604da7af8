import type { Misconception } from '../entry/entry.ts';
import type { SigmoidDerivative } from './sigmoid-derivative.ts';

const s = (z: number): number => 1 / (1 + Math.exp(-z));

/** A drive at which all ways to compute the sigmoid round alike; few digits of 1 - s are left. */
const SHARED = 28;

/** By e^z / (1 + e^z): elsewhere its last digit, and that of e^z, decides what is left of 1 - s. */
const byPower =
  (combined: (s: number) => number) =>
  (z: number): number | undefined =>
    z > 18 && z < 40 && z !== SHARED ? undefined : combined(Math.exp(z) / (1 + Math.exp(z)));

export const misconceptions: readonly Misconception<SigmoidDerivative>[] = [
  {
    id: 'sigmoidDerivative/takes-activation',
    title: 'z (1 - z), as if z were the activation already',
    hint: 'z is the drive. In s (1 - s) the sigmoid of it has to be taken first.',
    caughtBy: 'at 0',
    implementation: (z) => z * (1 - z),
  },
  {
    id: 'sigmoidDerivative/square',
    title: 'the square of the sigmoid',
    hint: 'Differentiate 1 / (1 + e^-z) once more: besides the square there is the inner derivative.',
    caughtBy: 'at ln 3',
    implementation: (z) => s(z) ** 2,
  },
  {
    id: 'sigmoidDerivative/one-minus-sigmoid',
    title: '1 - s(z), which has no digits left where s(z) is nearly 1',
    hint: '1 - s(z) is s(-z): multiply s(z) by 1 / (1 + e^z), which keeps its digits on the right as well.',
    caughtBy: 'five digits of 1 - s(z) left',
    verdict: 'unstable',
    implementation: (z) => s(z) * (1 - s(z)),
    readings: [(z) => s(z) - s(z) ** 2, byPower((p) => p * (1 - p)), byPower((p) => p - p * p)],
  },
];
