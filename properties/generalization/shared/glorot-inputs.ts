import fc from 'fast-check';
import { numbers, size, take } from '../../inputs/inputs.ts';
import type { Matrix } from '../../values/value.ts';

/** The arguments of a Glorot initializer. */
export type GlorotArguments = [random: Matrix, fanIn: number, fanOut: number];

/** Numbers of inputs and outputs: a few, equal ones, or as many as real layers have. */
const fan = fc.oneof({ arbitrary: size(6), weight: 3 }, { arbitrary: fc.integer({ min: 7, max: 1024 }), weight: 1 });

/** A matrix of draws whose shape is independent of the fans. */
export const glorotArguments = (draw: fc.Arbitrary<number>): fc.Arbitrary<GlorotArguments> =>
  fc
    .tuple(size(4), size(4), numbers(draw, 16), fan, fan)
    .map(([rows, columns, drawn, fanIn, fanOut]) => [take(drawn).matrix(rows, columns), fanIn, fanOut]);

/** The draws of a convolution kernel, with fans that count its window. */
export const kernelArguments = (draw: fc.Arbitrary<number>): fc.Arbitrary<GlorotArguments> =>
  fc.tuple(size(3), size(3), size(3), size(3), numbers(draw, 81)).map(([kh, kw, inputs, outputs, drawn]) => {
    const kernel = take(drawn).rank4(kh, kw, inputs, outputs) as unknown as Matrix;
    return [kernel, kh * kw * inputs, kh * kw * outputs];
  });
