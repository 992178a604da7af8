import { type NdArray, tensor } from '../../reference/ndarray.ts';
import { uniforms } from '../tolerance/draws.ts';

/** Draws arguments, the same ones for the same seed, all of them float32 values. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = uniforms(seed);
  }

  /** Numbers from -1 to below 1. */
  signed(...shape: number[]): NdArray {
    return this.#filled(shape, () => 2 * this.#random() - 1);
  }

  /** Numbers from 0 to below 1. */
  unit(...shape: number[]): NdArray {
    return this.#filled(shape, () => Math.min(this.#random(), 1 - 2 ** -24));
  }

  /** Numbers from 0.5 to below 1.5. */
  positive(...shape: number[]): NdArray {
    return this.#filled(shape, () => 0.5 + this.#random());
  }

  /** Weights that keep the size of what passes through them. */
  weights(rows: number, columns: number): NdArray {
    return this.#filled([rows, columns], () => (2 * this.#random() - 1) * Math.sqrt(3 / rows));
  }

  /** A matrix whose rows are distributions. */
  distributions(rows: number, columns: number): NdArray {
    const shares = this.positive(rows, columns);
    for (let n = 0; n < rows; n++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += shares.get(n, c);
      for (let c = 0; c < columns; c++) shares.set(n, c, Math.fround(shares.get(n, c) / sum));
    }
    return shares;
  }

  #filled(shape: number[], draw: () => number): NdArray {
    const size = shape.reduce((product, length) => product * length, 1);
    return tensor(
      shape,
      Float64Array.from({ length: size }, () => Math.fround(draw())),
    );
  }
}
