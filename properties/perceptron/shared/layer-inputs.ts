import fc from 'fast-check';
import type { Activation } from '../../../reference/perceptron/shared/activate.ts';
import type { Filler } from '../../inputs/inputs.ts';
import { nth } from '../../values/nth.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import { activation as functionOf } from './activation.ts';

/** A layer as plain arrays. */
export type LayerOf = { w: Matrix; b: Vector; activation: Activation };

export const activations: fc.Arbitrary<Activation> = fc.constantFrom('identity', 'sigmoid', 'tanh', 'relu');

/** Weights as drawn, or a quarter of them, so that the drives of a few terms do not saturate every unit. */
export const weightScale: fc.Arbitrary<number> = fc.constantFrom(1, 0.25);

/** A layer of n units that takes m inputs. */
export function layerOf(fill: Filler, m: number, n: number, scale: number, activation: Activation): LayerOf {
  return { w: fill.matrix(m, n).map((row) => row.map((x) => scale * x)), b: fill.vector(n), activation };
}

/** A layer whose activations are its drives. */
export function linear(w: Matrix, b: Vector): LayerOf {
  return { w, b, activation: 'identity' };
}

/** x W + b over plain arrays. */
export function plainDrives(x: Matrix, w: Matrix, b: Vector): Matrix {
  return x.map((row) => b.map((bias, j) => row.reduce((sum, xi, i) => sum + xi * nth(nth(w, i), j), bias)));
}

/**
 * Whether no drive of a relu layer is so close to its kink that the steps of central differences, up to 2^-9 of each
 * number, may cross it.
 */
export function clearOfKinks(x: Matrix, { w, b, activation }: LayerOf): boolean {
  if (activation !== 'relu') return true;
  const largest = (numbers: readonly number[]): number => Math.max(1, ...numbers.map(Math.abs));
  const reach = 2 ** -8 * largest(x.flat()) * largest(w.flat()) * largest(b);
  return plainDrives(x, w, b)
    .flat()
    .every((z) => Math.abs(z) > reach);
}

/** Whether no relu layer of a network has a drive so close to its kink that the steps of central differences may cross it. */
export function networkClearOfKinks(x: Matrix, layers: readonly LayerOf[]): boolean {
  let a = x;
  // A step moves the first layer's drives by 2^-9 at most, and grows threefold at most through a layer of three units.
  let reach = 2 ** -8;
  for (const { w, b, activation } of layers) {
    const d = plainDrives(a, w, b);
    if (activation === 'relu' && d.flat().some((z) => Math.abs(z) <= reach)) return false;
    a = d.map((row) => row.map(functionOf[activation]));
    reach *= 3;
  }
  return true;
}
