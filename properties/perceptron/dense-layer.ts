import fc from 'fast-check';
import { denseLayerGradient, denseLayer as reference } from '../../reference/perceptron/dense-layer.ts';
import type { Activation } from '../../reference/perceptron/shared/activate.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, illegal, worked } from './dense-layer.cases.ts';
import { misconceptions } from './dense-layer.misconceptions.ts';
import { ACTIVATIONS, activation as functionOf } from './shared/activation.ts';
import { activations, clearOfKinks, layerOf, plainDrives, weightScale } from './shared/layer-inputs.ts';
import { roundedActivations, roundedDrives } from './shared/rounded-dense.ts';

export type DenseLayer = (x: Matrix, w: Matrix, b: Vector, activation?: Activation) => Matrix;
type Arguments = Parameters<DenseLayer>;

/** Samples, inputs and units; square weights often enough. */
const sizes: fc.Arbitrary<[B: number, m: number, n: number]> = fc.oneof(
  { arbitrary: fc.tuple(size(4), size(4), size(4)), weight: 3 },
  {
    arbitrary: fc.tuple(size(4), fc.integer({ min: 2, max: 3 })).map(([B, n]): [number, number, number] => [B, n, n]),
    weight: 1,
  },
);
const optional = fc.option(activations, { nil: undefined, freq: 4 });

const layers = (element: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(sizes, numbers(element, 37), weightScale, optional).map(([[B, m, n], drawn, scale, activation]) => {
    const fill = take(drawn);
    const x = fill.matrix(B, m);
    const { w, b } = layerOf(fill, m, n, scale, 'identity');
    return given(x, w, b, activation);
  });

const inputs = layers(mild);
/** Numbers on a grid, whose sums and products round nothing. */
const gridInputs = layers(grid);

export const denseLayer: Entry<DenseLayer> = {
  id: 'denseLayer',
  lecture: 1,
  title: 'Dense layer',
  latex: String.raw`a_{nj} = f \Bigl( \sum_{i=1}^{m} x_{ni} w_{ij} + b_j \Bigr)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.1', 'Lecture 1'],
  parameters: {
    x: is.matrix(),
    w: is.matrix(),
    b: is.vector(),
    activation: is.choice(ACTIVATIONS, { default: 'identity' }),
  },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/perceptron/dense-layer.ts'),
  gradient: {
    wrt: ['x', 'w', 'b'],
    reference: denseLayerGradient,
    inputs: inputs.filter(([x, w, b, activation = 'identity']) => clearOfKinks(x, { w, b, activation })),
    kinks: { 'drives of 0': 'relu bends at drives of exactly 0' },
  },

  inputs,

  edges,
  illegal,
  hardCases: {
    'batch 1': (x) => x.length === 1,
    'batch above 1': (x) => x.length > 1,
    'one input': (_x, w) => w.length === 1,
    'one unit': (_x, _w, b) => b.length === 1,
    'square weights above 1': (_x, w, b) => w.length > 1 && w.length === b.length,
    'more inputs than units': (_x, w, b) => w.length > b.length,
    'more units than inputs': (_x, w, b) => w.length < b.length,
    'activation absent': (_x, _w, _b, activation) => activation === undefined,
    identity: (_x, _w, _b, activation) => activation === 'identity',
    sigmoid: (_x, _w, _b, activation) => activation === 'sigmoid',
    tanh: (_x, _w, _b, activation) => activation === 'tanh',
    'relu on both sides of 0': (x, w, b, activation) =>
      activation === 'relu' && new Set(plainDrives(x, w, b).flat().map(Math.sign)).size > 1,
    'a bias of 0': (_x, _w, b) => b.includes(0),
    'a sigmoid or tanh that is not saturated': (x, w, b, activation) =>
      (activation === 'sigmoid' || activation === 'tanh') &&
      plainDrives(x, w, b)
        .flat()
        .every((z) => Math.abs(z) < 3),
  },

  worked,

  laws: [
    law(
      'a column of ones beside x and the biases as the last row of the weights do what the biases do',
      fc.tuple(inputs),
      async (denseLayer, [x, w, b, activation]) => {
        const without: Arguments = given(
          x.map((row) => [...row, 1]),
          [...w, b],
          b.map(() => 0),
          activation,
        );
        const usual: Arguments = given(x, w, b, activation);
        const [allowed, same] = [denseLayer.allowed(...usual), denseLayer.allowed(...without)];
        expectClose(await denseLayer(...usual), await denseLayer(...without), allowed, same);
      },
    ),
    law(
      'unit weights without biases leave the activation of the input',
      fc.tuple(inputs),
      async (denseLayer, [x, _w, _b, activation]) => {
        const m = nth(x, 0).length;
        const ones = Array.from({ length: m }, (_, i) => Array.from({ length: m }, (_, j) => (i === j ? 1 : 0)));
        const args: Arguments = given(
          x,
          ones,
          ones.map(() => 0),
          activation,
        );
        const expected = x.map((row) => row.map(functionOf[activation ?? 'identity']));
        expectClose(await denseLayer(...args), expected, denseLayer.allowed(...args), 2 ** -50);
      },
    ),
    law(
      'the activation is taken of the drive, bias included',
      fc.tuple(inputs),
      async (denseLayer, [x, w, b, activation]) => {
        const drives = await denseLayer(x, w, b, 'identity');
        const expected = drives.map((row) => row.map(functionOf[activation ?? 'identity']));
        const args: Arguments = given(x, w, b, activation);
        // None of the activations is steeper than 1.
        const [own, ofDrives] = [denseLayer.allowed(...args), denseLayer.allowed(x, w, b, 'identity')];
        expectClose(await denseLayer(...args), expected, own, ofDrives, 2 ** -50);
      },
    ),
    sampleIndependence<DenseLayer>(inputs),
    law('a unit does not depend on the others', fc.tuple(inputs), async (denseLayer, [x, w, b, activation]) => {
      const together = await denseLayer(...given(x, w, b, activation));
      for (const [j, bias] of b.entries()) {
        const alone: Arguments = given(x, columns(w, [j]), [bias], activation);
        const allowed = denseLayer.allowed(...alone);
        expectClose(await denseLayer(...alone), columns(together, [j]), allowed, allowed);
      }
    }),
    law(
      'inputs may change places when their weights do',
      fc.tuple(inputs),
      async (denseLayer, [x, w, b, activation]) => {
        const turned = w.map((_, i) => w.length - 1 - i);
        const usual: Arguments = given(x, w, b, activation);
        const other: Arguments = given(columns(x, turned), w.toReversed(), b, activation);
        const [allowed, same] = [denseLayer.allowed(...usual), denseLayer.allowed(...other)];
        expectClose(await denseLayer(...other), await denseLayer(...usual), allowed, same);
      },
    ),
    law('drives of a sum of samples add up, less the biases', fc.tuple(gridInputs), async (denseLayer, [x, w, b]) => {
      const [first] = x as [Vector];
      const sums = x.map((row) => row.map((xi, i) => xi + nth(first, i)));
      const [both, own, one] = [
        await denseLayer(sums, w, b),
        await denseLayer(x, w, b),
        await denseLayer([first], w, b),
      ];
      const expected = own.map((row) => row.map((z, j) => z + nth(nth(one, 0), j) - nth(b, j)));
      const allowedOne = denseLayer.allowed([first], w, b);
      const allowed = x.map(() => nth(allowedOne, 0));
      // Numbers of a grid are summed here: nothing more is rounded.
      expectClose(both, expected, denseLayer.allowed(sums, w, b), denseLayer.allowed(x, w, b), allowed);
    }),
  ],

  misconceptions,

  rounding: (r, x, w, b, activation) => roundedActivations(r, roundedDrives(r, x, w, b), activation),
};

function columns(matrix: Matrix, kept: readonly number[]): Matrix {
  return matrix.map((row) => kept.map((j) => nth(row, j)));
}
