import type { TransformerDecoderBlock } from '../../../../properties/attention/transformer-decoder-block.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactFeedForward, exactResidual } from './shared/block.ts';
import { exactMultiHead } from './shared/multi-head.ts';

/** Sample by sample: causal self-attention, attention on the memory, feed-forward. */
export const transformerDecoderBlock: Authority<TransformerDecoderBlock> = {
  class: 'running error',
  exact: (x, memory, weights, heads, { norm, activation, epsilon, mask, memoryMask }) =>
    x.map((rows, n) => {
      const settings = { norm, epsilon };
      const isOpen = (i: number, j: number): boolean => j <= i && mask?.[n]?.[j]?.isZero() !== true;
      const ofMemory = (_i: number, j: number): boolean => memoryMask?.[n]?.[j]?.isZero() !== true;
      const a = exactResidual(rows, weights.attentionNorm, settings, (input) =>
        exactMultiHead(input, input, weights.attention, heads.toNumber(), isOpen),
      );
      const b = exactResidual(a, weights.crossNorm, settings, (input) =>
        exactMultiHead(input, memory[n] as Big[][], weights.cross, heads.toNumber(), ofMemory),
      );
      return exactResidual(b, weights.feedForwardNorm, settings, (input) =>
        exactFeedForward(input, weights.feedForward, activation),
      );
    }),
};
