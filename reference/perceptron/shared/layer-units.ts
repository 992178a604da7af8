import { expectShape, matrixShape, type NdArray } from '../../ndarray.ts';
import { expectList, expectRecord } from '../../options.ts';

/** A layer's weights `[m, n]` and biases `[n]`. */
export interface LayerWeights {
  w: NdArray;
  b: NdArray;
}

/**
 * The number of units of a layer that takes m inputs. `name` is written before `w` and `b` in messages: `layers[0].`
 *
 * @throws {TypeError} `w` or `b` is not an ndarray.
 * @throws {RangeError} `w` is not a matrix with one row per input, or `b` is not a vector with one entry per unit.
 */
export function layerUnits(name: string, m: number, { w, b }: LayerWeights): number {
  const [, n] = matrixShape(`${name}w`, w);
  expectShape(`${name}w`, w, [m, n], 'one row per input, one column per unit');
  expectShape(`${name}b`, b, [n], 'one entry per unit');
  return n;
}

/** @throws {TypeError} `layers` is not a list of objects. */
export function expectLayers(layers: readonly object[]): void {
  expectList('layers', layers);
  layers.forEach((layer, l) => {
    expectRecord(`layers[${l}]`, layer);
  });
}
