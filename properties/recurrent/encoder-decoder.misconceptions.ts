import type { Misconception } from '../entry/entry.ts';
import { last, nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { EncoderDecoder } from './encoder-decoder.ts';
import { plainStates, plainStep } from './shared/plain-rnn.ts';

interface Parts {
  /** the state with which the decoder begins, of those of the encoder */
  begun: (states: Matrix) => Vector;
  /** what the decoder is given, of the output before */
  input: (y: Vector) => Vector;
}

const zeros = (v: Vector): Vector => v.map(() => 0);

const variant =
  (parts: Partial<Parts>): EncoderDecoder =>
  (x, { encoder, decoder, output }, steps) => {
    const { begun, input }: Parts = { begun: last, input: (y) => y, ...parts };
    return x.map((read) => {
      let s = begun(plainStates(read, encoder));
      let y = zeros(output.b);
      return Array.from({ length: steps }, () => {
        s = plainStep(input(y), s, decoder);
        y = output.b.map((bias, j) => s.reduce((sum, v, k) => sum + v * nth(nth(output.w, k), j), bias));
        return y;
      });
    });
  };

export const misconceptions: readonly Misconception<EncoderDecoder>[] = [
  {
    id: 'encoderDecoder/starts-from-zeros',
    title: 'the decoder begins with a state of zeros',
    hint: 'All that the decoder knows of the sequence is the last state of the encoder: begin with it.',
    caughtBy: 'the last state goes on, and so does the output',
    implementation: variant({ begun: (states) => zeros(last(states)) }),
  },
  {
    id: 'encoderDecoder/first-state',
    title: 'the decoder begins with the first state of the encoder',
    hint: 'Only the last state of the encoder has seen the whole sequence.',
    caughtBy: 'two of everything',
    implementation: variant({ begun: (states) => nth(states, 0) }),
  },
  {
    id: 'encoderDecoder/not-fed-back',
    title: 'the decoder is given zeros in every step',
    hint: 'Only before the first output there is nothing: later each output is the input of the next step.',
    caughtBy: 'the last state goes on, and so does the output',
    implementation: variant({ input: zeros }),
  },
];
