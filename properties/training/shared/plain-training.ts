import { activation as functionOf } from '../../perceptron/shared/activation.ts';
import type { LayerOf } from '../../perceptron/shared/layer-inputs.ts';
import { last, nth } from '../../values/nth.ts';
import type { Matrix, Vector } from '../../values/value.ts';

/** The slope of each activation at a drive; that of relu at 0 is 0. */
const slopeOf: Readonly<Record<LayerOf['activation'], (z: number) => number>> = {
  identity: () => 1,
  sigmoid: (z) => functionOf.sigmoid(z) * functionOf.sigmoid(-z),
  tanh: (z) => 1 - Math.tanh(z) ** 2,
  relu: (z) => (z > 0 ? 1 : 0),
};

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);

/** The drives and the activations of each layer, for one sample; the input is the first of the activations. */
function forward(x: Vector, layers: readonly LayerOf[]): { drives: Vector[]; activations: Vector[] } {
  const drives: Vector[] = [];
  const activations = [x];
  layers.forEach(({ w, b, activation }, l) => {
    const z = b.map((bias, j) => sum([bias, ...nth(activations, l).map((a, i) => a * nth(nth(w, i), j))]));
    drives.push(z);
    activations.push(z.map(functionOf[activation]));
  });
  return { drives, activations };
}

/** The output of the last layer for one sample. */
export function plainLogits(x: Vector, layers: readonly LayerOf[]): Vector {
  return last(forward(x, layers).activations);
}

/** The softmax cross-entropy of one sample, in nats. */
export function plainCrossEntropy(logits: Vector, t: Vector): number {
  const max = Math.max(...logits);
  const logSum = Math.log(sum(logits.map((z) => Math.exp(z - max))));
  return -sum(t.map((target, c) => target * (nth(logits, c) - max - logSum)));
}

/** Its gradient by each layer. */
export function plainCrossEntropyGradient(
  x: Vector,
  t: Vector,
  layers: readonly LayerOf[],
): { w: Matrix; b: Vector }[] {
  const { drives, activations } = forward(x, layers);
  const logits = last(activations);
  const powers = logits.map((z) => Math.exp(z - Math.max(...logits)));
  let arriving = powers.map((power, c) => (power / sum(powers)) * sum(t) - nth(t, c));
  const gradients: { w: Matrix; b: Vector }[] = [];
  for (const [l, { w, activation }] of [...layers.entries()].reverse()) {
    const delta = arriving.map((e, j) => e * slopeOf[activation](nth(nth(drives, l), j)));
    gradients.unshift({ w: nth(activations, l).map((a) => delta.map((d) => a * d)), b: delta });
    arriving = w.map((row) => sum(row.map((v, j) => v * nth(delta, j))));
  }
  return gradients;
}

/** Layers moved by a share of a direction. */
export function layersMoved(
  layers: readonly LayerOf[],
  direction: readonly { w: Matrix; b: Vector }[],
  share: number,
): LayerOf[] {
  return layers.map(({ w, b, activation }, l) => ({
    w: w.map((row, i) => row.map((v, j) => v + share * nth(nth(nth(direction, l).w, i), j))),
    b: b.map((v, j) => v + share * nth(nth(direction, l).b, j)),
    activation,
  }));
}

/** The order that an epoch's draws put the samples in: drawing the last of those left, again and again. */
export function permutation(draws: Vector): Vector {
  const left = Array.from({ length: draws.length + 1 }, (_, i) => i);
  const drawn: Vector = [];
  for (const u of draws) {
    const j = Math.floor(u * left.length);
    drawn.unshift(nth(left, j));
    left[j] = last(left);
    left.pop();
  }
  return [...left, ...drawn];
}
