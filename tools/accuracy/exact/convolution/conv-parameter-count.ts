import type { ConvParameterCount } from '../../../../properties/convolution/conv-parameter-count.ts';
import type { Authority } from '../../authority.ts';

/** A whole number: weights, and biases. */
export const convParameterCount: Authority<ConvParameterCount> = {
  class: 'exact',
  exact: ([kh, kw], channels, filters, { bias }) => {
    const weights = kh.times(kw).times(channels).times(filters);
    return bias ? weights.plus(filters) : weights;
  },
};
