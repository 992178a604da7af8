import type { Augment } from '../../../../properties/generalization/augment.ts';
import { columnsOf, rowsOf } from '../../../../properties/generalization/shared/augment-options.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ZERO } from '../../big.ts';
import { normalDraws } from '../tensors/shared/normal-draws.ts';

/** Each pixel from its place before the shift, the flip and the crop, and noise. */
export const augment: Authority<Augment> = {
  class: 'running error',
  exact: (x, chosen) => {
    const { flip, noise, seed } = chosen;
    const [top, left, down, right] = [chosen.top, chosen.left, chosen.down, chosen.right].map((n) => n.toNumber()) as [
      number,
      number,
      number,
      number,
    ];
    // Absent, where they have no default.
    const [h, w] = [chosen.height as Big | undefined, chosen.width as Big | undefined];
    const [height, width] = [h?.toNumber() ?? rowsOf(x) - top, w?.toNumber() ?? columnsOf(x) - left];
    const C = x[0]?.[0]?.[0]?.length ?? 0;
    const z = noise.isZero() ? [] : normalDraws(seed, x.length * height * width * C);
    const before = (i: number, length: number, turns: boolean): number =>
      i < 0 || i >= length ? Number.NaN : turns ? length - 1 - i : i;
    const axis = (length: number): number[] => Array.from({ length }, (_, k) => k);
    return x.map((image, n) =>
      axis(height).map((i) =>
        axis(width).map((j) =>
          axis(C).map((c) => {
            const row = image[top + before(i - down, height, flip === 'vertical' || flip === 'both')];
            const pixel = row?.[left + before(j - right, width, flip === 'horizontal' || flip === 'both')];
            const drawn = z[((n * height + i) * width + j) * C + c] ?? ZERO;
            return (pixel?.[c] ?? ZERO).plus(noise.times(drawn));
          }),
        ),
      ),
    );
  },
};
