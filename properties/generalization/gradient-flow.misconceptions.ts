import type { Misconception } from '../entry/entry.ts';
import { activation as functionOf } from '../perceptron/shared/activation.ts';
import { type LayerOf, plainDrives } from '../perceptron/shared/layer-inputs.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { GradientFlow } from './gradient-flow.ts';
import { lengthOf, squaresOf } from './shared/norms.ts';

const slopeOf: Readonly<Record<LayerOf['activation'], (z: number) => number>> = {
  identity: () => 1,
  sigmoid: (z) => functionOf.sigmoid(z) * (1 - functionOf.sigmoid(z)),
  tanh: (z) => 1 - Math.tanh(z) ** 2,
  relu: (z) => (z > 0 ? 1 : 0),
};

/** The gradients by the weights of each layer, as they are written by hand; `slope` from the one of the activation. */
function weightGradients(
  upstream: Matrix,
  x: Matrix,
  layers: readonly LayerOf[],
  slope: (own: number) => number = (own) => own,
): Matrix[] {
  const drives: Matrix[] = [];
  const inputs = [x];
  layers.forEach(({ w, b, activation }, l) => {
    const d = plainDrives(nth(inputs, l), w, b);
    drives.push(d);
    inputs.push(d.map((row) => row.map(functionOf[activation])));
  });
  let arriving = upstream;
  const gradients: Matrix[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const { w, b, activation } = nth(layers, l);
    const delta = arriving.map((row, n) =>
      row.map((u, j) => u * slope(slopeOf[activation](nth(nth(nth(drives, l), n), j)))),
    );
    const before = nth(inputs, l);
    gradients.unshift(
      w.map((_, i) => b.map((_, j) => before.reduce((sum, a, n) => sum + nth(a, i) * nth(nth(delta, n), j), 0))),
    );
    arriving = delta.map((row) => w.map((weights) => weights.reduce((sum, wij, j) => sum + wij * nth(row, j), 0)));
  }
  return gradients;
}

const norms = (gradients: readonly Matrix[]): Vector => gradients.map((w) => lengthOf(w.flat()));

export const misconceptions: readonly Misconception<GradientFlow>[] = [
  {
    id: 'gradientFlow/root-missing',
    title: 'the squares of the norms',
    hint: 'Take the root of the sum of the squares of each layer.',
    caughtBy: 'twice the gradient of the loss is twice as much at each layer',
    implementation: (upstream, x, layers) => weightGradients(upstream, x, layers).map((w) => squaresOf(w.flat())),
  },
  {
    id: 'gradientFlow/slopes-ignored',
    title: 'what goes back is not multiplied by the slopes of the activations',
    hint: 'On its way back the gradient passes each activation, too: multiply by its derivative at the drive.',
    caughtBy: 'sigmoid at 0',
    implementation: (upstream, x, layers) => norms(weightGradients(upstream, x, layers, () => 1)),
  },
  {
    id: 'gradientFlow/last-layer-first',
    title: 'the last layer comes first',
    hint: 'The gradient is computed from the last layer to the first, but the norms are given from the first to the last.',
    caughtBy: 'two linear units',
    implementation: (upstream, x, layers) => norms(weightGradients(upstream, x, layers)).toReversed(),
  },
];
