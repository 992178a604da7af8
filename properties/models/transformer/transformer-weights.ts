import type { EncoderBlockWeights } from '../../../reference/attention/transformer-encoder-block.ts';
import { map, type NdArray, tensor } from '../../../reference/ndarray.ts';
import { drawn } from '../shared/drawn.ts';
import type { Weights } from '../shared/model.ts';
import { TOKENS } from './sorting-task.ts';

export const WIDTH = 4;
const UNITS = 5;

/** Before the first step: gammas of 1, and a little of everything else. */
export const initialWeights: Weights = {
  embedding: drawn([TOKENS, WIDTH], 1, 0.5),
  queryW: drawn([WIDTH, WIDTH], 2, 0.5),
  queryB: drawn([WIDTH], 3, 0.1),
  keyW: drawn([WIDTH, WIDTH], 4, 0.5),
  keyB: drawn([WIDTH], 5, 0.1),
  valueW: drawn([WIDTH, WIDTH], 6, 0.5),
  valueB: drawn([WIDTH], 7, 0.1),
  attendedW: drawn([WIDTH, WIDTH], 8, 0.5),
  attendedB: drawn([WIDTH], 9, 0.1),
  attentionGamma: ones(),
  attentionBeta: drawn([WIDTH], 10, 0.1),
  hiddenW: drawn([WIDTH, UNITS], 11, 0.5),
  hiddenB: drawn([UNITS], 12, 0.1),
  fedW: drawn([UNITS, WIDTH], 13, 0.5),
  fedB: drawn([WIDTH], 14, 0.1),
  feedGamma: ones(),
  feedBeta: drawn([WIDTH], 15, 0.1),
  lastGamma: ones(),
  lastBeta: drawn([WIDTH], 16, 0.1),
  outputW: drawn([WIDTH, TOKENS], 17, 0.5),
  outputB: drawn([TOKENS], 18, 0.1),
};

/** The weights of the block, in the form that it takes: of arrays, of tensors or of rounded numbers. */
export function blockWeights<M, V>(matrix: (name: string) => M, vector: (name: string) => V) {
  const layer = (name: string): { w: M; b: V } => ({ w: matrix(`${name}W`), b: vector(`${name}B`) });
  const norm = (name: string): { gamma: V; beta: V } => ({
    gamma: vector(`${name}Gamma`),
    beta: vector(`${name}Beta`),
  });
  return {
    attention: { query: layer('query'), key: layer('key'), value: layer('value'), output: layer('attended') },
    attentionNorm: norm('attention'),
    feedForward: { hidden: layer('hidden'), output: layer('fed') },
    feedForwardNorm: norm('feed'),
  };
}

/** The gradient by the block's weights under the names that they have in the model. */
export function blockGradient({
  attention,
  attentionNorm,
  feedForward,
  feedForwardNorm,
}: EncoderBlockWeights): Weights {
  return {
    queryW: attention.query.w,
    queryB: attention.query.b,
    keyW: attention.key.w,
    keyB: attention.key.b,
    valueW: attention.value.w,
    valueB: attention.value.b,
    attendedW: attention.output.w,
    attendedB: attention.output.b,
    attentionGamma: attentionNorm.gamma,
    attentionBeta: attentionNorm.beta,
    hiddenW: feedForward.hidden.w,
    hiddenB: feedForward.hidden.b,
    fedW: feedForward.output.w,
    fedB: feedForward.output.b,
    feedGamma: feedForwardNorm.gamma,
    feedBeta: feedForwardNorm.beta,
  };
}

function ones(): NdArray {
  return map(tensor([WIDTH]), () => 1);
}
