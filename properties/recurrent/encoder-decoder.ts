import fc from 'fast-check';
import { encoderDecoderGradient, encoderDecoder as reference } from '../../reference/recurrent/encoder-decoder.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { roundedDrives } from '../perceptron/shared/rounded-dense.ts';
import { last, nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix, Sequence, Vector } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './encoder-decoder.cases.ts';
import { misconceptions } from './encoder-decoder.misconceptions.ts';
import { weight } from './shared/lstm-inputs.ts';
import {
  RNN_WEIGHTS,
  type RnnWeightsOf,
  rnnWeights,
  roundedRest,
  roundedRnnStates,
  roundedRnnStep,
  turned,
  unitsTurned,
} from './shared/rnn-inputs.ts';

export type OutputOf = { w: Matrix; b: Vector };
export type EncoderDecoderWeightsOf = { encoder: RnnWeightsOf; decoder: RnnWeightsOf; output: OutputOf };
export type EncoderDecoder = (x: Sequence, weights: EncoderDecoderWeightsOf, steps: number) => Sequence;
type Arguments = Parameters<EncoderDecoder>;

const runs: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.record({ B: size(2), T: size(3), features: size(2), units: size(2), outputs: size(2), steps: size(3) }),
    numbers(mild, 12),
    numbers(weight, 30),
  )
  .map(([{ B, T, features, units, outputs, steps }, data, drawn]): Arguments => {
    const fill = take(drawn);
    const weights = {
      encoder: rnnWeights(fill, features, units),
      decoder: rnnWeights(fill, outputs, units),
      output: { w: fill.matrix(units, outputs), b: fill.vector(outputs) },
    };
    return [take(data).rank3(B, T, features), weights, steps];
  });

const negate = (v: number): number => 0 - v;

export const encoderDecoder: Entry<EncoderDecoder> = {
  id: 'encoderDecoder',
  lecture: 7,
  title: 'Encoder and decoder',
  latex: String.raw`s_i = \tanh(y_{i-1} W'_x + s_{i-1} W'_h + b'), \qquad y_i = s_i W_o + b_o, \qquad s_0 = h_T, \quad y_0 = 0`,
  source: ['Sutskever, Vinyals, Le (2014), Sequence to sequence learning with neural networks', 'Lecture 7'],
  parameters: {
    x: is.sequence(),
    weights: is.record({
      encoder: RNN_WEIGHTS,
      decoder: RNN_WEIGHTS,
      output: is.record({ w: is.matrix(), b: is.vector() }),
    }),
    steps: is.integer(1, { mostTried: 4 }),
  },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/encoder-decoder.ts'),
  gradient: { wrt: ['x', 'weights'], reference: encoderDecoderGradient },

  inputs: runs,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<EncoderDecoder>(runs),
    law('more steps do not change the earlier outputs', runs, async (encoderDecoder, x, weights, steps) => {
      const longer = await encoderDecoder(x, weights, steps + 1);
      const allowed = encoderDecoder.allowed(x, weights, steps);
      expectClose(
        await encoderDecoder(x, weights, steps),
        longer.map((y) => y.slice(0, steps)),
        allowed,
        allowed,
      );
    }),
    law('without output weights the outputs are the biases', runs, async (encoderDecoder, x, weights, steps) => {
      const { w, b } = weights.output;
      const plain = { ...weights, output: { w: mapNumbers(w, () => 0), b } };
      const expected = x.map(() => Array.from({ length: steps }, () => b));
      expectClose(await encoderDecoder(x, plain, steps), expected, encoderDecoder.allowed(x, plain, steps));
    }),
    law(
      'a decoder of biases alone writes the same whatever it read',
      runs,
      async (encoderDecoder, x, weights, steps) => {
        const { wx, wh, b } = weights.decoder;
        const { output } = weights;
        const decoder = { wx: mapNumbers(wx, () => 0), wh: mapNumbers(wh, () => 0), b };
        const y = output.b.map((bias, j) =>
          b.reduce((sum, unit, k) => sum + Math.tanh(unit) * nth(nth(output.w, k), j), bias),
        );
        const expected = x.map(() => Array.from({ length: steps }, () => y));
        const allowed = encoderDecoder.allowed(x, { ...weights, decoder }, steps);
        expectClose(await encoderDecoder(x, { ...weights, decoder }, steps), expected, allowed, allowed);
      },
    ),
    law('the opposite inputs and biases give the opposite outputs', runs, async (encoderDecoder, x, weights, steps) => {
      const turn = <W extends { b: Vector }>(layer: W): W => ({ ...layer, b: layer.b.map(negate) });
      const { encoder, decoder, output } = weights;
      const opposite = { encoder: turn(encoder), decoder: turn(decoder), output: turn(output) };
      const allowed = encoderDecoder.allowed(x, weights, steps);
      const expected = mapNumbers(await encoderDecoder(x, weights, steps), negate);
      expectClose(await encoderDecoder(mapNumbers(x, negate), opposite, steps), expected, allowed, allowed);
    }),
    law('the order of the units does not matter', runs, async (encoderDecoder, x, weights, steps) => {
      const { encoder, decoder, output } = weights;
      const other = {
        encoder: unitsTurned(encoder),
        decoder: unitsTurned(decoder),
        output: { ...output, w: turned(output.w) },
      };
      expectClose(
        await encoderDecoder(x, other, steps),
        await encoderDecoder(x, weights, steps),
        encoderDecoder.allowed(x, other, steps),
        encoderDecoder.allowed(x, weights, steps),
      );
    }),
    law('the order of the outputs does not matter', runs, async (encoderDecoder, x, weights, steps) => {
      const { encoder, decoder, output } = weights;
      const other = {
        encoder,
        decoder: { ...decoder, wx: turned(decoder.wx) },
        output: { w: output.w.map(turned), b: turned(output.b) },
      };
      const turn = (y: Sequence): Sequence => y.map((own) => own.map(turned));
      expectClose(
        await encoderDecoder(x, other, steps),
        turn(await encoderDecoder(x, weights, steps)),
        encoderDecoder.allowed(x, other, steps),
        turn(encoderDecoder.allowed(x, weights, steps)),
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, { encoder, decoder, output }, steps) => {
    let s = last(roundedRnnStates(r, x, encoder));
    let y = roundedRest(r, x.length, output.b.length);
    const written = Array.from({ length: steps.value }, () => {
      s = roundedRnnStep(r, y, s, decoder);
      y = roundedDrives(r, s, output.w, output.b);
      return y;
    });
    return transposed(written);
  },
};
