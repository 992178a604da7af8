import type { Misconception } from '../entry/entry.ts';
import type { SigmoidDerivative } from './sigmoid-derivative.ts';

const s = (z: number): number => 1 / (1 + Math.exp(-z));

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
];
