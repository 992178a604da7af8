import { gradientFlow } from '../../reference/generalization/gradient-flow.ts';
import { flat, map, type NdArray } from '../../reference/ndarray.ts';
import type { MlpLayer } from '../../reference/perceptron/mlp-forward.ts';
import { randomNormal } from '../../reference/tensors/random-normal.ts';

/** A kind of deep network, which differs from the others in its activation and in the deviation of its first weights. */
export interface Kind {
  name: string;
  activation: MlpLayer['activation'];
  /** times 1 / sqrt(units): the deviation of the weights */
  gain: number;
  /** what its depth does to the gradient, by the ratio of the first layer's norm to the last one's */
  promise: 'vanishes' | 'explodes' | 'stays';
}

export interface Flow extends Kind {
  /** the norm of the gradient by each layer's weights, the first layer's first */
  norms: readonly number[];
}

/** Layers of each network, and units of each layer. */
export const DEPTH = 24;
export const UNITS = 16;
export const SAMPLES = 8;
/** The deviation of the biases. Without them the activations of relu would shrink on the way in as the gradient does on the way back. */
export const BIAS = 0.1;

const GLOROT = 1;
const HE = Math.SQRT2;

export const KINDS: readonly Kind[] = [
  { name: 'tanh, gain 4', activation: 'tanh', gain: 4, promise: 'explodes' },
  { name: 'relu, He', activation: 'relu', gain: HE, promise: 'stays' },
  { name: 'tanh, Glorot', activation: 'tanh', gain: GLOROT, promise: 'stays' },
  { name: 'relu, Glorot', activation: 'relu', gain: GLOROT, promise: 'vanishes' },
  { name: 'sigmoid, Glorot', activation: 'sigmoid', gain: GLOROT, promise: 'vanishes' },
];

/** The gradient norms of each kind: all begin with the same draws, samples and gradient of the loss. */
export function flows(): Flow[] {
  const x = normal([SAMPLES, UNITS], 1);
  const upstream = normal([SAMPLES, UNITS], 2);
  return KINDS.map((kind) => {
    const deviation = kind.gain / Math.sqrt(UNITS);
    const layers = Array.from({ length: DEPTH }, (_, l) => ({
      w: map(normal([UNITS, UNITS], 3 + l), (z) => deviation * z),
      b: map(normal([UNITS], 3 + DEPTH + l), (z) => BIAS * z),
      activation: kind.activation,
    }));
    return { ...kind, norms: [...flat(gradientFlow(upstream, x, layers))] };
  });
}

/** How many times larger the gradient is at the first layer than at the last one. */
export function ratio({ norms }: Flow): number {
  return (norms[0] as number) / (norms.at(-1) as number);
}

/** The networks whose depth does something else than is promised. */
export function broken(all: readonly Flow[]): string[] {
  const kept: Readonly<Record<Kind['promise'], (r: number) => boolean>> = {
    vanishes: (r) => r < 1e-2,
    explodes: (r) => r > 1e2,
    stays: (r) => r > 1e-2 && r < 1e2,
  };
  return all
    .filter((flow) => !kept[flow.promise](ratio(flow)))
    .map((flow) => `${flow.name}: expected that the gradient ${flow.promise}, got a ratio of ${ratio(flow)}`);
}

function normal(shape: readonly number[], seed: number): NdArray {
  return randomNormal(shape, seed) as NdArray;
}
