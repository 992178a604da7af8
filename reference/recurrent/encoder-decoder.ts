import { expectShape, type NdArray, sequenceShape, tensor, vectorLength, zip } from '../ndarray.ts';
import { expectInteger, expectRecord } from '../options.ts';
import { rnnCell, rnnCellGradient } from './rnn-cell.ts';
import { rnnOutput, rnnOutputGradient } from './rnn-output.ts';
import type { GateWeights } from './shared/lstm-weights.ts';
import { backThroughSteps, rnnStates } from './shared/rnn-steps.ts';
import { addedRnnWeights, type RnnWeights, rnnUnits } from './shared/rnn-weights.ts';
import { sequenceOf, stepOf, stepsOf } from './shared/steps.ts';

/** The weights of both recurrent layers, and `w` `[units, outputs]` and `b` `[outputs]` of the output. */
export interface EncoderDecoderWeights {
  encoder: RnnWeights;
  decoder: RnnWeights;
  output: GateWeights;
}

/**
 * Encoder and decoder: a recurrent layer reads a sequence (many-to-one), and a second one writes another of any length
 * from its last state (one-to-many).
 *
 * $$h_t = \tanh(x_t W_x + h_{t-1} W_h + b), \qquad h_0 = 0$$
 *
 * $$s_i = \tanh(y_{i-1} W'_x + s_{i-1} W'_h + b'), \qquad y_i = s_i W_o + b_o, \qquad s_0 = h_T, \quad y_0 = 0$$
 *
 * - $x$ `x` `[B, T, features]`: a sequence of T inputs for each of B samples
 * - $W_x$, $W_h$, $b$ `weights.encoder`: `wx` `[features, units]`, `wh` `[units, units]` and `b` `[units]`
 * - $W'_x$, $W'_h$, $b'$ `weights.decoder`: `wx` `[outputs, units]`, `wh` `[units, units]` and `b` `[units]`
 * - $W_o$, $b_o$ `weights.output`: `w` `[units, outputs]` and `b` `[outputs]`
 * - `steps`: how many outputs are written
 * - $y$ `[B, steps, outputs]`
 *
 * Each output is the decoder's input in the next step.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, or `steps` is not an integer of at least 1.
 * @see Sutskever, Vinyals, Le (2014), Sequence to sequence learning with neural networks. Lecture 7.
 * @example encoderDecoder(tensor([1, 1, 1], [5]), { encoder: { wx: matrix([[0]]), wh: matrix([[0]]), b: vector([0]) }, decoder: { wx: matrix([[0]]), wh: matrix([[1]]), b: vector([0]) }, output: { w: matrix([[1]]), b: vector([2]) } }, 2) // [[[2], [2]]]
 */
export function encoderDecoder(x: NdArray, weights: EncoderDecoderWeights, steps: number): NdArray {
  encoderDecoderSizes(x, weights, steps);
  // Equivalent mutant: `1 * (1 + 1e-6)` (`at` takes whole places)
  return sequenceOf(written(context(x, weights).at(-1) as NdArray, weights, steps).map(({ y }) => y));
}

/**
 * The gradient of $\sum_i u_i y_i$ by the sequence and the weights, with $u$ the upstream gradient: through the decoder
 * from its last step to the first, where an output has what the next step passes back to its input beside $u_i$, then
 * through the encoder from its last state.
 */
export function encoderDecoderGradient(
  upstream: NdArray,
  x: NdArray,
  weights: EncoderDecoderWeights,
  steps: number,
): { x: NdArray; weights: EncoderDecoderWeights } {
  const { B, T, units, outputs } = encoderDecoderSizes(x, weights, steps);
  expectShape('upstream', upstream, [B, steps, outputs], 'that of the result');
  const { encoder, decoder, output } = weights;
  const states = context(x, weights);
  const decoded = written(states.at(-1) as NdArray, weights, steps); // equivalent mutant: `1 * (1 + 1e-6)` (`at(-1)` again)
  const byDecoder: RnnWeights[] = [];
  const byOutput: GateWeights[] = [];
  let back = { x: tensor([B, outputs]), h: tensor([B, units]) };
  for (let i = steps - 1; i >= 0; i--) {
    const { input, before, s } = decoded[i] as Written;
    const byY = zip(stepOf(upstream, i), back.x, (u, delta) => u + delta);
    const ofOutput = rnnOutputGradient(sequenceOf([byY]), sequenceOf([s]), output.w, output.b);
    const byS = zip(stepOf(ofOutput.h, 0), back.h, (a, b) => a + b);
    const ofCell = rnnCellGradient(byS, input, before, decoder);
    byDecoder.unshift(ofCell.weights);
    byOutput.unshift(ofOutput);
    back = ofCell;
  }
  const nothing = Array.from({ length: T - 1 }, () => tensor([B, units]));
  const read = backThroughSteps([...nothing, back.h], stepsOf(x), [tensor([B, units]), ...states], encoder);
  const sum = (a: NdArray, b: NdArray): NdArray => zip(a, b, (p, q) => p + q);
  return {
    x: sequenceOf(read.inputs),
    weights: {
      encoder: read.weights,
      decoder: byDecoder.reduce(addedRnnWeights),
      output: {
        w: byOutput.map(({ w }) => w).reduce(sum),
        b: byOutput.map(({ b }) => b).reduce(sum),
      },
    },
  };
}

/** The numbers of samples, steps read, units and outputs, after the arguments have been checked. */
export function encoderDecoderSizes(
  x: NdArray,
  weights: EncoderDecoderWeights,
  steps: number,
): { B: number; T: number; units: number; outputs: number } {
  const [B, T, features] = sequenceShape('x', x);
  expectRecord('weights', weights);
  const { encoder, decoder, output } = weights;
  const units = rnnUnits(features, encoder, 'weights.encoder');
  expectRecord('weights.output', output);
  const outputs = vectorLength('weights.output.b', output.b);
  expectShape('weights.output.w', output.w, [units, outputs], 'a row per unit, a column per output');
  rnnUnits(outputs, decoder, 'weights.decoder');
  expectShape('weights.decoder.b', decoder.b, [units], 'one per unit of the encoder, whose state it takes over');
  expectInteger('steps', steps, 1);
  return { B, T, units, outputs };
}

/** The states of the encoder. */
function context(x: NdArray, { encoder }: EncoderDecoderWeights): NdArray[] {
  return rnnStates(tensor([x.shape[0] as number, encoder.b.size]), stepsOf(x), encoder);
}

/** A step of the decoder: its input, the state before it, its state and its output. */
interface Written {
  input: NdArray;
  before: NdArray;
  s: NdArray;
  y: NdArray;
}

function written(h: NdArray, { decoder, output }: EncoderDecoderWeights, steps: number): Written[] {
  let [before, input] = [h, tensor([h.shape[0] as number, output.b.size])];
  return Array.from({ length: steps }, () => {
    const s = rnnCell(input, before, decoder);
    const y = stepOf(rnnOutput(sequenceOf([s]), output.w, output.b), 0);
    const step = { input, before, s, y };
    [before, input] = [s, y];
    return step;
  });
}
