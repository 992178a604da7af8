import type { Formula, Misconception, WrongForm } from '../../entry/entry.ts';
import { type Convolution, plainConvolution } from './plain-features.ts';
import { beginning, zeros } from './student-convolution.ts';

const flipped: Convolution = (x, { kernel, bias }) =>
  plainConvolution(x, { kernel: kernel.toReversed().map((taps) => taps.toReversed()), bias });

const paddedBefore: Convolution = (x, layer) =>
  plainConvolution(x, layer, {
    geometry: beginning((size, extent, stride) => Math.ceil(zeros(size, extent, stride) / 2)),
  });

/** The mistakes of a formula in its convolution: `form` gives the formula that is right but for that. */
export function convolutionMistakes<F extends Formula>(
  id: string,
  caughtBy: string | readonly string[],
  form: (convolution: Convolution) => WrongForm<F>,
): Misconception<F>[] {
  return [
    {
      id: `${id}/kernel-flipped`,
      title: 'true convolution: the kernel is flipped',
      hint: 'The layer cross-correlates: the first weight of the kernel meets the first pixel of the window.',
      caughtBy,
      implementation: form(flipped),
    },
    {
      id: `${id}/padding-before`,
      title: "'same' puts the extra row and column of padding at the top and left",
      hint: "An even kernel needs an odd number of zeros under 'same': the extra one goes to the bottom or to the right.",
      caughtBy,
      implementation: form(paddedBefore),
    },
  ];
}
