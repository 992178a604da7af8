import fc from 'fast-check';
import { size } from '../../inputs/inputs.ts';
import * as is from '../../parameters/parameter.ts';
import { transposed } from '../../values/transposed.ts';
import type { Images } from '../../values/value.ts';
import type { FeatureShape } from './feature-inputs.ts';
import { imageSize, tapsOf } from './padded-images.ts';
import type { Layer } from './plain-features.ts';

/** A convolution: its kernel and its bias. */
export const LAYER = is.record({ kernel: is.kernel(), bias: is.vector() }, { name: 'Layer' });

/** What is drawn of a layer in a block, beside its numbers. */
export interface LayerShape {
  taps: [height: number, width: number];
  filters: number;
}

const layerShape: fc.Arbitrary<LayerShape> = fc.record({
  taps: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  filters: size(2),
});

/** One to three layers. */
export const layerShapes: fc.Arbitrary<LayerShape[]> = fc.array(layerShape, { minLength: 1, maxLength: 3 });

/** Images for a block, of so many rows and columns at least. */
export const blockImages = (least: number): fc.Arbitrary<Omit<FeatureShape, 'taps'>> =>
  fc.record({ images: size(2), height: size(4, least), width: size(4, least), channels: size(2) });

/** A layer of one tap that leaves the channels as they are. */
export function identity(channels: number): Layer {
  const each = Array.from({ length: channels }, (_, i) => i);
  return { kernel: [[each.map((c) => each.map((o) => (c === o ? 1 : 0)))]], bias: each.map(() => 0) };
}

/** A layer of one tap without weights or biases. */
export function silent(channels: number, filters: number): Layer {
  const none = Array.from({ length: filters }, () => 0);
  return { kernel: [[Array.from({ length: channels }, () => none)]], bias: none };
}

/** A layer whose kernel has its height and width exchanged. */
export function exchanged({ kernel, bias }: Layer): Layer {
  return { kernel: transposed(kernel), bias };
}

/** Hard cases of every block; `layers` gives its layers, the first one first. */
export function blockHardCases<A extends [x: Images, ...rest: unknown[]]>(
  layers: (...args: A) => readonly Layer[],
): Record<string, (...args: A) => boolean> {
  return {
    'one layer': (...args) => layers(...args).length === 1,
    'three layers': (...args) => layers(...args).length === 3,
    'more than one image': (...[x]) => x.length > 1,
    'more than one channel': (...[x]) => imageSize(x)[2] > 1,
    'image not square': (...[x]) => imageSize(x)[0] !== imageSize(x)[1],
    'a negative pixel': (...[x]) => x.flat(3).some((pixel) => pixel < 0),
    'an even kernel': (...args) => layers(...args).some(({ kernel }) => tapsOf(kernel).includes(2)),
    'a kernel that is not square': (...args) => layers(...args).some(({ kernel: k }) => tapsOf(k)[0] !== tapsOf(k)[1]),
    'a layer of one tap': (...args) => layers(...args).some(({ kernel: k }) => tapsOf(k).join() === '1,1'),
  };
}
