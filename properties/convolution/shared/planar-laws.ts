import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { grid, numbers } from '../../inputs/inputs.ts';
import { nth } from '../../values/nth.ts';
import { transposed } from '../../values/transposed.ts';
import { mapNumbers, zipNumbers } from '../../values/tree.ts';
import type { Matrix } from '../../values/value.ts';
import { tapsOf, times } from './padded-images.ts';
import { type Planar, partOfFull, planarInputs } from './planar.ts';

const inputs = fc.tuple(planarInputs());

/** The laws of both; `shift` says how far a kernel of a single 1 moves the image down, from the row of that 1. */
export function planarLaws(shift: (row: number, taps: number) => number): readonly Law<Planar>[] {
  return [
    law(
      'a kernel of a single 1 moves the image',
      fc.tuple(planarInputs(), fc.nat(8), fc.nat(8)),
      async (slide, [image, kernel], a, b) => {
        const [[height, width], [kh, kw]] = [tapsOf(image), tapsOf(kernel)];
        const [u, v] = [a % kh, b % kw];
        const one = kernel.map((row, i) => row.map((_, j) => (i === u && j === v ? 1 : 0)));
        const [down, right] = [shift(u, kh), shift(v, kw)];
        const moved = times(height + kh - 1, (i) => times(width + kw - 1, (j) => image[i - down]?.[j - right] ?? 0));
        expectClose(await slide(image, one, 'full'), moved, slide.allowed(image, one, 'full'));
      },
    ),
    law("'valid' and 'same' are parts of 'full'", inputs, async (slide, [image, kernel, padding = 'valid']) => {
      const full = await slide(image, kernel, 'full');
      expectClose(
        await slide(image, kernel, padding),
        partOfFull(full, [image, kernel], padding),
        slide.allowed(image, kernel, padding),
        partOfFull(slide.allowed(image, kernel, 'full'), [image, kernel], padding),
      );
    }),
    law(
      "without a padding it is 'valid'",
      fc.tuple(planarInputs(undefined, ['valid'])),
      async (slide, [image, kernel]) => {
        expectClose(await slide(image, kernel), await slide(image, kernel, 'valid'), slide.allowed(image, kernel));
      },
    ),
    law(
      'the sum of two images gives the sum of their results',
      fc.tuple(planarInputs(grid), numbers(grid, 31)),
      async (slide, [image, ...rest], drawn) => {
        let next = 0;
        const other = mapNumbers(image, () => nth(drawn, next++ % drawn.length));
        const both = zipNumbers(image, other, (a, b) => a + b);
        const sum = zipNumbers(await slide(image, ...rest), await slide(other, ...rest), (a, b) => a + b);
        const each = [slide.allowed(image, ...rest), slide.allowed(other, ...rest)] as const;
        expectClose(await slide(both, ...rest), sum, slide.allowed(both, ...rest), ...each, ...each);
      },
    ),
    law(
      'height and width are alike: transposing image and kernel transposes the result',
      inputs,
      async (slide, [image, kernel, padding = 'valid']) => {
        const exchanged: [Matrix, Matrix, typeof padding] = [transposed(image), transposed(kernel), padding];
        expectClose(
          await slide(...exchanged),
          transposed(await slide(image, kernel, padding)),
          slide.allowed(...exchanged),
          transposed(slide.allowed(image, kernel, padding)),
        );
      },
    ),
  ];
}
