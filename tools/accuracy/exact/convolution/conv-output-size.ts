import type { ConvOutputSize } from '../../../../properties/convolution/conv-output-size.ts';
import type { Authority } from '../../authority.ts';
import { big } from '../../big.ts';
import { windowsAlong } from './shared/windows.ts';

/** A whole number: the windows that fit. */
export const convOutputSize: Authority<ConvOutputSize> = {
  class: 'exact',
  exact: (size, kernel, { stride, dilation, padding }) => {
    const around =
      typeof padding === 'string' ? padding : ([padding.before.toNumber(), padding.after.toNumber()] as const);
    const [n, k, s, d] = [size.toNumber(), kernel.toNumber(), stride.toNumber(), dilation.toNumber()];
    return big(windowsAlong(n, k, s, d, around).outputs);
  },
};
