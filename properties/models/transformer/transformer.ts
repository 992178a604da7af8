import { layerNorm, layerNormGradient } from '../../../reference/attention/layer-norm.ts';
import { positionalEncoding } from '../../../reference/attention/positional-encoding.ts';
import {
  transformerEncoderBlock,
  transformerEncoderBlockGradient,
} from '../../../reference/attention/transformer-encoder-block.ts';
import {
  categoricalCrossEntropy,
  categoricalCrossEntropyGradient,
} from '../../../reference/losses/categorical-cross-entropy.ts';
import { flat, type NdArray, tensor } from '../../../reference/ndarray.ts';
import { denseLayer, denseLayerGradient } from '../../../reference/perceptron/dense-layer.ts';
import { layerNorm as layerNormEntry } from '../../attention/layer-norm.ts';
import { positionalEncoding as positionalEntry } from '../../attention/positional-encoding.ts';
import { transformerEncoderBlock as blockEntry } from '../../attention/transformer-encoder-block.ts';
import { roundedDrives } from '../../perceptron/shared/rounded-dense.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { roundedLogSoftmax } from '../../training/shared/rounded-log-softmax.ts';
import { nth } from '../../values/nth.ts';
import { lifted } from '../shared/lifted.ts';
import type { Model, RoundedWeights, Weights } from '../shared/model.ts';
import { BATCH, inputs, LENGTH, mask, targets, tokenRows } from './sorting-task.ts';
import { blockGradient, blockWeights, initialWeights, WIDTH } from './transformer-weights.ts';

export const HEADS = 2;
const OPTIONS = { activation: 'gelu', mask } as const;

/** An encoder block of two heads that learns to sort: embedding and positions, block, normalization, logits. */
export const transformer: Model = {
  name: 'transformer',
  weights: initialWeights,
  steps: 20,
  adam: { learningRate: 0.03, beta1: 0.9, beta2: 0.99, epsilon: 1e-3 },
  // Softmax does not see what is added to all scores of a query.
  idle: ['keyB'],
  byHand,
  rounded,
};

function byHand(weights: Weights): { loss: number; gradient: Weights } {
  const of = (name: string): NdArray => weights[name] as NdArray;
  const [none, block] = [tensor([WIDTH]), blockWeights(of, of)];
  const embedded = withPositions(denseLayer(inputs, of('embedding'), none));
  const encoded = rowsAt(transformerEncoderBlock(embedded, block, HEADS, OPTIONS));
  const normalized = layerNorm(encoded, of('lastGamma'), of('lastBeta'));
  const logits = denseLayer(normalized, of('outputW'), of('outputB'));

  const byLogits = categoricalCrossEntropyGradient(1, logits, targets, { fromLogits: true }).y;
  const output = denseLayerGradient(byLogits, normalized, of('outputW'), of('outputB'));
  const last = layerNormGradient(output.x, encoded, of('lastGamma'), of('lastBeta'));
  const byBlock = transformerEncoderBlockGradient(atRows(last.x), embedded, block, HEADS, OPTIONS);
  const byEmbedded = tensor([BATCH * LENGTH, WIDTH], flat(byBlock.x));
  return {
    loss: categoricalCrossEntropy(logits, targets, { fromLogits: true }),
    gradient: {
      embedding: denseLayerGradient(byEmbedded, inputs, of('embedding'), none).w,
      ...blockGradient(byBlock.weights),
      lastGamma: last.gamma,
      lastBeta: last.beta,
      outputW: output.w,
      outputB: output.b,
    },
  };
}

function rounded(r: Rounding, weights: RoundedWeights): Rounded {
  const none = Array.from({ length: WIDTH }, () => r.exact(0));
  const rows = roundedDrives(r, lifted(r, inputs), weights.matrix('embedding'), none);
  const positions = positionalEntry.rounding(r, r.exact(LENGTH), r.exact(WIDTH)) as Rounded[][];
  const embedded = Array.from({ length: BATCH }, (_, n) =>
    positions.map((position, t) => position.map((p, c) => r.add(nth(nth(rows, n * LENGTH + t), c), p))),
  );
  const block = blockWeights(weights.matrix, weights.vector);
  const options = { norm: 'pre', activation: 'gelu', epsilon: r.input(1e-3), mask: lifted(r, mask) } as const;
  const encoded = (blockEntry.rounding(r, embedded, block, r.exact(HEADS), options) as Rounded[][][]).flat();
  const chosen = tokenRows.map((row) => nth(encoded, row));
  const epsilon = r.input(1e-3);
  const last = [weights.vector('lastGamma'), weights.vector('lastBeta')] as const;
  const normalized = layerNormEntry.rounding(r, chosen, ...last, { epsilon }) as Rounded[][];
  const logits = roundedDrives(r, normalized, weights.matrix('outputW'), weights.vector('outputB'));
  const wanted = lifted(r, targets);
  return r.mean(logits.map((row, n) => r.negate(r.dot(nth(wanted, n), roundedLogSoftmax(r, row)))));
}

/** The rows of all positions as sequences, with the encoding of each position added. */
function withPositions(rows: NdArray): NdArray {
  const positions = [...flat(positionalEncoding(LENGTH, WIDTH))];
  return tensor(
    [BATCH, LENGTH, WIDTH],
    flat(rows).map((x, i) => x + nth(positions, i % positions.length)),
  );
}

/** The rows of the positions that hold a token. */
function rowsAt(sequences: NdArray): NdArray {
  const all = flat(sequences);
  const rows = tokenRows.flatMap((row) => [...all.subarray(row * WIDTH, (row + 1) * WIDTH)]);
  return tensor([tokenRows.length, WIDTH], rows);
}

/** The reverse: those rows in their places, and zeros where there is padding. */
function atRows(rows: NdArray): NdArray {
  const all = new Float64Array(BATCH * LENGTH * WIDTH);
  tokenRows.forEach((row, k) => all.set(flat(rows).subarray(k * WIDTH, (k + 1) * WIDTH), row * WIDTH));
  return tensor([BATCH, LENGTH, WIDTH], all);
}
