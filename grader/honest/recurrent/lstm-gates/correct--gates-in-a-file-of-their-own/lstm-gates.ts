import { affine, sigmoid, type Layer } from './lib/affine.ts';

interface Weights {
  forget: Layer;
  input: Layer;
  candidate: Layer;
  output: Layer;
}

export function lstmGates(x: number[][], h: number[][], weights: Weights) {
  const joined = h.map((row, n) => [...row, ...x[n]]);
  return {
    forget: affine(joined, weights.forget, sigmoid),
    input: affine(joined, weights.input, sigmoid),
    candidate: affine(joined, weights.candidate, Math.tanh),
    output: affine(joined, weights.output, sigmoid),
  };
}
