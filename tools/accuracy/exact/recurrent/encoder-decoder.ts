import type { EncoderDecoder } from '../../../../properties/recurrent/encoder-decoder.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactDrives } from '../perceptron/shared/drives.ts';
import { exactTanh } from '../training/shared/tanh.ts';
import { exactBySample, exactRest, exactRnnDrives, exactRnnStates } from './shared/rnn.ts';

/** The encoder's last state, and from it step after step, each output given to the next. */
export const encoderDecoder: Authority<EncoderDecoder> = {
  class: 'running error',
  exact: (x, { encoder, decoder, output }, steps) => {
    let s = exactRnnStates(x, encoder).at(-1) as Big[][];
    let y = exactRest(x, output.b.length);
    const written = Array.from({ length: steps.toNumber() }, () => {
      s = exactRnnDrives(y, s, decoder).map((row) => row.map(exactTanh));
      y = exactDrives(s, output.w, output.b);
      return y;
    });
    return exactBySample(written);
  },
};
