import type { Sized } from '../../sized.ts';

/** Self-attention of four heads. */
export const multiHeadAttention: Sized = ({ sequence: [batch, time, features] }, draw) => {
  const projection = { w: draw.weights(features, features), b: draw.signed(features) };
  const x = draw.signed(batch, time, features);
  return [x, x, { query: projection, key: projection, value: projection, output: projection }, 4];
};
