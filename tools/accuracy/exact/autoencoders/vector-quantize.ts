import type { VectorQuantize } from '../../../../properties/autoencoders/vector-quantize.ts';
import { nth } from '../../../../properties/values/nth.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big, sum } from '../../big.ts';

/** The first of the nearest codes; what lets the gradient through is x + (e - x), whose bracket stays what it is. */
export const vectorQuantize: Authority<VectorQuantize> = {
  class: 'exact',
  exact: (x, codebook) => {
    const indices = x.map((row) => nearest(row, codebook));
    return { indices: indices.map(big), quantized: indices.map((k) => nth(codebook, k)) };
  },
  surrogate: (x, codebook) => {
    const { indices, quantized } = vectorQuantize.exact(x, codebook) as { indices: Big[]; quantized: Big[][] };
    return (moved) => ({
      indices,
      quantized: quantized.map((row, n) => row.map((q, d) => q.plus(nth(nth(moved, n), d).minus(nth(nth(x, n), d))))),
    });
  },
};

function nearest(row: Big[], codebook: Big[][]): number {
  const distances = codebook.map((code) => sum(row.map((xi, d) => xi.minus(nth(code, d)).pow(2))));
  return distances.findIndex((distance) => distances.every((other) => distance.lte(other)));
}
