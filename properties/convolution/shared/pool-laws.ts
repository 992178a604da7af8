import fc from 'fast-check';
import type { PoolOptions } from '../../../reference/convolution/shared/pooling.ts';
import { expectClose, expectThat, type Law, law } from '../../entry/law.ts';
import { given, grid, numbers } from '../../inputs/inputs.ts';
import type { Lifted } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';
import { transposed } from '../../values/transposed.ts';
import { mapNumbers, numbersOf, zipNumbers } from '../../values/tree.ts';
import type { Images } from '../../values/value.ts';
import { exchangedPairs, heightLikeWidth, stridesSkipWindows } from './image-laws.ts';
import { imageSize, loweredPair, surrounded, times } from './padded-images.ts';
import { complete, type Pooling, poolInputs } from './pool-inputs.ts';

const inputs = poolInputs();

/** The laws of any pooling whose results depend only on the pixels of their windows. */
export const poolLaws: readonly Law<Pooling>[] = [
  law(
    'adding one number to every pixel adds it to every result',
    fc.tuple(poolInputs(grid), grid),
    async (pool, [x, o], shift) => {
      const shifted = mapNumbers(x, (pixel) => pixel + shift);
      const expected = mapNumbers(await pool(...given(x, o)), (y) => y + shift);
      const allowed = [pool.allowed(...given(x, o)), pool.allowed(...given(shifted, o))] as const;
      // Adding the shift to a result rounds once more, by less than a window's sum does.
      expectClose(await pool(...given(shifted, o)), expected, ...allowed, ...allowed);
    },
  ),
  law(
    'larger pixels give no smaller result',
    fc.tuple(poolInputs(grid), numbers(grid, 31)),
    async (pool, [x, o], drawn) => {
      let next = 0;
      const raised = mapNumbers(x, (pixel) => pixel + Math.abs(nth(drawn, next++ % drawn.length)));
      const [low, high] = [numbersOf(await pool(...given(x, o))), numbersOf(await pool(...given(raised, o)))];
      const allowed = numbersOf(
        zipNumbers(pool.allowed(...given(x, o)), pool.allowed(...given(raised, o)), (a, b) => a + b),
      );
      low.forEach((y, k) => {
        expectThat(nth(high, k) >= y - nth(allowed, k), `result ${k} fell from ${y} to ${high[k]}`);
      });
    },
  ),
  law('equal pixels stay what they are', fc.tuple(inputs, grid), async (pool, [x, o], pixel) => {
    const flat = mapNumbers(x, () => pixel);
    const y = await pool(...given(flat, o));
    expectClose(
      y,
      mapNumbers(y, () => pixel),
      pool.allowed(...given(flat, o)),
    );
  }),
  law('windows of one pixel, one after the other, change nothing', fc.tuple(inputs), async (pool, [x, o]) => {
    const single: PoolOptions = { ...o, window: [1, 1], strides: [1, 1] };
    expectClose(await pool(x, single), x, pool.allowed(x, single));
  }),
  law('without strides in the options, the strides are those of the window', fc.tuple(inputs), async (pool, [x, o]) => {
    const { strides: _, ...without } = o ?? {};
    const explicit: PoolOptions = { ...without, strides: complete(o).window };
    const large = surrounded(x, 0, { top: 1, bottom: 3, left: 2, right: 2 });
    expectClose(
      await pool(large, without),
      await pool(large, explicit),
      pool.allowed(large, without),
      pool.allowed(large, explicit),
    );
  }),
  stridesSkipWindows<Parameters<Pooling>>(inputs, ([x, o]) => {
    const { window, strides } = complete(o);
    const large = surrounded(x, 0, { top: 0, bottom: 3, left: 1, right: 2 });
    return {
      strides,
      strided: [large, { window, strides, padding: 'valid' }],
      dense: [large, { window, strides: [1, 1], padding: 'valid' }],
    };
  }),
  law('neither an image nor a channel depends on the others', fc.tuple(inputs), async (pool, [x, o]) => {
    const together = await pool(...given(x, o));
    for (const n of x.keys()) {
      for (const c of times(imageSize(x)[2], (c) => c)) {
        const alone = (images: Images): Images => [nth(images, n).map((row) => row.map((pixel) => [nth(pixel, c)]))];
        const allowed = pool.allowed(...given(alone(x), o));
        expectClose(await pool(...given(alone(x), o)), alone(together), allowed, allowed);
      }
    }
  }),
  heightLikeWidth('height and width are alike: transposing the images transposes the result', inputs, ([x, o]) =>
    given(x.map(transposed), o && exchangedPairs(o)),
  ),
];

/** The options that lifted options hold. */
export function loweredPoolOptions({ window, strides, padding }: Lifted<Required<PoolOptions>>): Required<PoolOptions> {
  return { window: loweredPair(window), strides: loweredPair(strides), padding };
}
