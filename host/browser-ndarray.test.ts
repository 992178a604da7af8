import fc from 'fast-check';
import createNdArray from 'ndarray';
import { expect, test } from 'vitest';
import createView from './browser-ndarray.ts';

// Views of the package and of the page's class go through the same steps, and must stay the same in all that is read of them.

type Either = ReturnType<typeof createNdArray<Float64Array>> | ReturnType<typeof createView>;
type Step = { call: 'lo' | 'hi' | 'transpose' | 'pick'; seed: readonly number[] };

const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const steps = fc.array(
  fc.record<Step>({
    call: fc.constantFrom('lo', 'hi', 'transpose', 'pick'),
    seed: fc.array(fc.nat(99), { minLength: 4, maxLength: 4 }),
  }),
  { maxLength: 4 },
);

/** The arguments of a step that fit a shape. */
function argumentsOf({ call, seed }: Step, shape: readonly number[]): (number | null)[] {
  const at = (axis: number): number => seed[axis] ?? 0;
  if (call === 'lo') return shape.map((length, axis) => at(axis) % length);
  if (call === 'hi') return shape.map((length, axis) => 1 + (at(axis) % length));
  if (call === 'pick')
    return shape.map((length, axis) => (at(axis) % 3 === 0 && shape.length > 1 && axis > 0 ? at(axis) % length : null));
  return shape.map((_, axis) => axis).toSorted((a, b) => at(a) - at(b) || a - b);
}

function stepped(view: Either, step: Step): Either {
  const args = argumentsOf(step, view.shape) as number[];
  return (view as unknown as Record<Step['call'], (...given: number[]) => Either>)[step.call](...args);
}

function* places(shape: readonly number[]): Generator<number[]> {
  const [length, ...rest] = shape;
  if (length === undefined) yield [];
  else for (let i = 0; i < length; i++) for (const place of places(rest)) yield [i, ...place];
}

function shown(view: Either) {
  const { shape, stride, offset, size, dimension } = view;
  const values = Array.from(places(shape), (place) => [view.get(...place), view.index(...place)]);
  return { shape: [...shape], stride: [...stride], offset, size, dimension, values };
}

test("the page's arrays are the package's, through any views of them", () => {
  fc.assert(
    fc.property(shapes, steps, (shape, taken) => {
      const size = shape.reduce((product, length) => product * length, 1);
      const data = (): Float64Array => Float64Array.from({ length: size }, (_, i) => i);
      let [ours, theirs]: [Either, Either] = [createView(data(), [...shape]), createNdArray(data(), [...shape])];
      for (const step of taken) [ours, theirs] = [stepped(ours, step), stepped(theirs, step)];
      expect(shown(ours)).toEqual(shown(theirs));
      const place = shape.slice(0, ours.shape.length).map(() => 0);
      expect(ours.set(...place, -1)).toBe(theirs.set(...place, -1));
      expect([...ours.data]).toEqual([...theirs.data]);
    }),
    { numRuns: 300 },
  );
});

test('strides that are given are taken, also backwards', () => {
  const data = Float64Array.from({ length: 12 }, (_, i) => i);
  for (const stride of [
    [4, 1],
    [-4, 1],
    [1, 3],
    [-1, -3],
  ])
    expect(shown(createView(data, [3, 4], [...stride]))).toEqual(shown(createNdArray(data, [3, 4], [...stride])));
});
