import type { Sized } from '../../sized.ts';

/** Four heads, pre-norm, four times as many hidden units as features. */
export const transformerEncoderBlock: Sized = ({ sequence: [batch, time, features] }, draw) => {
  const projection = { w: draw.weights(features, features), b: draw.signed(features) };
  const norm = { gamma: draw.positive(features), beta: draw.signed(features) };
  const units = 4 * features;
  const weights = {
    attention: { query: projection, key: projection, value: projection, output: projection },
    attentionNorm: norm,
    feedForward: {
      hidden: { w: draw.weights(features, units), b: draw.signed(units) },
      output: { w: draw.weights(units, features), b: draw.signed(features) },
    },
    feedForwardNorm: norm,
  };
  return [draw.signed(batch, time, features), weights, 4];
};
