import type { Activation } from '../../reference/perceptron/shared/activate.ts';
import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { DenseLayer } from './dense-layer.ts';
import { activation as functionOf } from './shared/activation.ts';
import { plainDrives } from './shared/layer-inputs.ts';

const activated = (drives: Matrix, activation: Activation): Matrix =>
  drives.map((row) => row.map(functionOf[activation]));
const transposed = (w: Matrix): Matrix => w.map((_, i) => w.map((row) => nth(row, i)));

export const misconceptions: readonly Misconception<DenseLayer>[] = [
  {
    id: 'denseLayer/weights-transposed',
    title: 'rows and columns of the weights exchanged',
    hint: 'w[i][j] leads from input i to unit j: for one unit sum down a column of w, not along a row.',
    caughtBy: 'two inputs, two units',
    rearranges: (x, w, b, activation) => (w.length === b.length ? [x, transposed(w), b, activation] : undefined),
    implementation: (x, w, b, activation) =>
      w.length === b.length ? activated(plainDrives(x, transposed(w), b), activation) : undefined,
  },
  {
    id: 'denseLayer/bias-ignored',
    title: 'the biases are not added',
    hint: 'Each unit has a bias beside its weights: what does b do in your drives?',
    caughtBy: 'two inputs, two units',
    rearranges: (x, w, b, activation) => [x, w, b.map(() => 0), activation],
    implementation: (x, w, b, activation) =>
      activated(
        plainDrives(
          x,
          w,
          b.map(() => 0),
        ),
        activation,
      ),
  },
  {
    id: 'denseLayer/bias-after-activation',
    title: 'the biases are added to the activations',
    hint: 'The bias is part of the drive: it shifts where the activation function is taken, not what comes out of it.',
    caughtBy: 'the activation is taken of the drive, bias included',
    implementation: (x, w, b, activation) =>
      activated(
        plainDrives(
          x,
          w,
          b.map(() => 0),
        ),
        activation,
      ).map((row) => row.map((a, j) => a + nth(b, j))),
  },
  {
    id: 'denseLayer/activation-ignored',
    title: 'the drives are returned, whatever the activation',
    hint: 'The fourth parameter names a function to apply to each drive before you return it.',
    caughtBy: 'sigmoid of ln 3 and of -ln 3',
    implementation: (x, w, b) => plainDrives(x, w, b),
  },
];
