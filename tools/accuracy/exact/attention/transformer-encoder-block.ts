import type { TransformerEncoderBlock } from '../../../../properties/attention/transformer-encoder-block.ts';
import type { Authority } from '../../authority.ts';
import { exactFeedForward, exactResidual } from './shared/block.ts';
import { exactMultiHead } from './shared/multi-head.ts';

/** Sample by sample: attention, then feed-forward. */
export const transformerEncoderBlock: Authority<TransformerEncoderBlock> = {
  class: 'running error',
  exact: (x, weights, heads, { norm, activation, epsilon, mask }) =>
    x.map((rows, n) => {
      const isOpen = (_i: number, j: number): boolean => mask?.[n]?.[j]?.isZero() !== true;
      const attended = exactResidual(rows, weights.attentionNorm, { norm, epsilon }, (input) =>
        exactMultiHead(input, input, weights.attention, heads.toNumber(), isOpen),
      );
      return exactResidual(attended, weights.feedForwardNorm, { norm, epsilon }, (input) =>
        exactFeedForward(input, weights.feedForward, activation),
      );
    }),
};
