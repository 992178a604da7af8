import fc from 'fast-check';
import { mlpForwardGradient, mlpForward as reference } from '../../reference/perceptron/mlp-forward.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { last, nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import { edges, illegal, worked } from './mlp-forward.cases.ts';
import { misconceptions } from './mlp-forward.misconceptions.ts';
import { ACTIVATIONS, activation as functionOf } from './shared/activation.ts';
import {
  activations,
  type LayerOf,
  layerOf,
  networkClearOfKinks,
  plainDrives,
  weightScale,
} from './shared/layer-inputs.ts';
import { roundedActivations, roundedDrives } from './shared/rounded-dense.ts';

export type MlpForward = (x: Matrix, layers: LayerOf[]) => { drives: Matrix[]; activations: Matrix[] };
type Arguments = Parameters<MlpForward>;

/** Numbers of units from the input to the last layer: any, or all alike up to the last. */
const widths: fc.Arbitrary<number[]> = fc.oneof(
  { arbitrary: fc.tuple(size(4), fc.array(size(3), { maxLength: 3 })).map(([m, units]) => [m, ...units]), weight: 3 },
  {
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), size(3))
      .map(([n, alike, last]) => [n, ...Array.from({ length: alike }, () => n), last]),
    weight: 2,
  },
);
const functions = fc.array(activations, { minLength: 3, maxLength: 3 });

const mlps = (element: fc.Arbitrary<number>, scale: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(size(3), widths, numbers(element, 53), scale, functions).map(([B, [m, ...units], drawn, factor, names]) => {
    const fill = take(drawn);
    let before = m as number;
    const x = fill.matrix(B, before);
    const layers = units.map((n, l) => {
      const layer = layerOf(fill, before, n, factor, nth(names, l));
      before = n;
      return layer;
    });
    return [x, layers];
  });

const inputs = mlps(mild, weightScale);
const severalLayers = inputs.filter(([, layers]) => layers.length > 1);
/** Numbers of at most 1, whose steps of central differences are 2^-9. */
const small = mlps(
  grid.map((x) => x / 4),
  fc.constant(1),
);

export const mlpForward: Entry<MlpForward> = {
  id: 'mlpForward',
  lecture: 1,
  title: 'Forward pass of a multilayer perceptron',
  latex: String.raw`a^{(0)} = x, \qquad d^{(l)} = a^{(l-1)} W^{(l)} + b^{(l)}, \qquad a^{(l)} = f^{(l)}(d^{(l)})`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.5.4, algorithm 6.3', 'Lecture 1'],
  parameters: {
    x: is.matrix(),
    layers: is.list(
      is.record({ w: is.matrix(), b: is.vector(), activation: is.choice(ACTIVATIONS) }, { name: 'Layer' }),
      {
        mayBeEmpty: true,
      },
    ),
  },
  result: is.record({ drives: is.list(is.matrix()), activations: is.list(is.matrix()) }),

  reference,
  accelerated: () => import('../../accelerated/perceptron/mlp-forward.ts'),
  gradient: {
    wrt: ['x', 'layers'],
    reference: mlpForwardGradient,
    inputs: small.filter(([x, layers]) => networkClearOfKinks(x, layers)),
  },

  inputs,

  edges,
  illegal,
  hardCases: {
    'no layers': (_x, layers) => layers.length === 0,
    'one layer': (_x, layers) => layers.length === 1,
    'two layers': (_x, layers) => layers.length === 2,
    'three layers': (_x, layers) => layers.length === 3,
    'batch 1': (x) => x.length === 1,
    'batch above 1': (x) => x.length > 1,
    'layers as wide as the input': (x, layers) =>
      layers.length > 1 && layers.every(({ w }) => w.length === x[0]?.length),
    'all weights square above 1': (_x, layers) =>
      layers.length > 1 && layers.every(({ w, b }) => b.length > 1 && w.length === b.length),
    'a layer not square': (_x, layers) => layers.some(({ w, b }) => w.length !== b.length),
    'functions that differ': (_x, layers) => new Set(layers.map(({ activation }) => activation)).size > 1,
    'the last one not the identity': (_x, layers) => (layers.at(-1)?.activation ?? 'identity') !== 'identity',
    'relu that cuts in a hidden layer': (x, layers) =>
      layers.length > 1 &&
      layers[0]?.activation === 'relu' &&
      plainDrives(x, layers[0].w, layers[0].b)
        .flat()
        .some((z) => z < 0),
  },

  worked,

  laws: [
    law(
      'there is one array per layer, with a row per sample and a column per unit',
      fc.tuple(inputs),
      async (mlpForward, [x, layers]) => {
        const { drives, activations } = await mlpForward(x, layers);
        for (const list of [drives, activations]) {
          expectThat(list.length === layers.length, `got ${list.length} arrays for ${layers.length} layers`);
          layers.forEach(({ b }, l) => {
            const fits = list[l]?.length === x.length && list[l].every((row) => row.length === b.length);
            expectThat(fits, `array ${l} is not [${x.length}, ${b.length}]`);
          });
        }
      },
    ),
    law('each activation is its function of the drive', fc.tuple(inputs), async (mlpForward, [x, layers]) => {
      const { drives, activations } = await mlpForward(x, layers);
      const allowed = mlpForward.allowed(x, layers);
      const expected = drives.map((rows, l) =>
        rows.map((row) => row.map(functionOf[layers[l]?.activation ?? 'identity'])),
      );
      // None of the activations is steeper than 1.
      expectClose(activations, expected, allowed.activations, allowed.drives, 2 ** -50);
    }),
    law(
      'the layers behind the first are a network over its activations',
      fc.tuple(severalLayers),
      async (mlpForward, [x, layers]) => {
        const whole = await mlpForward(x, layers);
        const rest: Arguments = [nth(whole.activations, 0), layers.slice(1)];
        const { drives, activations } = mlpForward.allowed(x, layers);
        const allowed = { drives: drives.slice(1), activations: activations.slice(1) };
        const behind = { drives: whole.drives.slice(1), activations: whole.activations.slice(1) };
        // What the first layer's rounding does to the others is part of their own allowed errors: it counts twice.
        expectClose(await mlpForward(...rest), behind, allowed, allowed, mlpForward.allowed(...rest));
      },
    ),
    law(
      'a layer behind the others changes nothing before it',
      fc.tuple(severalLayers),
      async (mlpForward, [x, layers]) => {
        const { drives, activations } = await mlpForward(x, layers);
        const before: Arguments = [x, layers.slice(0, -1)];
        const allowed = mlpForward.allowed(...before);
        const expected = { drives: drives.slice(0, -1), activations: activations.slice(0, -1) };
        expectClose(await mlpForward(...before), expected, allowed, allowed);
      },
    ),
    sampleIndependence<MlpForward>(inputs, {
      resultOf: ({ drives, activations }, n) => {
        const own = (list: Matrix[]): Matrix[] => list.map((rows) => [nth(rows, n)]);
        return { drives: own(drives), activations: own(activations) };
      },
    }),
    law(
      'hidden units may change places when their weights do',
      fc.tuple(severalLayers),
      async (mlpForward, [x, layers]) => {
        const [first, second, ...rest] = layers as [LayerOf, LayerOf, ...LayerOf[]];
        const turned: LayerOf[] = [
          { ...first, w: first.w.map((row) => row.toReversed()), b: first.b.toReversed() },
          { ...second, w: second.w.toReversed() },
          ...rest,
        ];
        const [usual, other] = [await mlpForward(x, layers), await mlpForward(x, turned)];
        const [own, its] = [mlpForward.allowed(x, layers), mlpForward.allowed(x, turned)];
        expectClose(other.drives.slice(1), usual.drives.slice(1), own.drives.slice(1), its.drives.slice(1));
      },
    ),
    law(
      'linear layers are one linear layer of the product of their weights',
      fc.tuple(small),
      async (mlpForward, [x, drawn]) => {
        const layers = drawn.map((layer): LayerOf => ({ ...layer, activation: 'identity' }));
        const { drives } = await mlpForward(x, layers);
        const [first, ...rest] = layers;
        if (!first) return;
        // Products of few multiples of 1/64: nothing is rounded here.
        const one = rest.reduce(
          ({ w, b }, next) => ({
            w: plainDrives(
              w,
              next.w,
              next.b.map(() => 0),
            ),
            b: nth(plainDrives([b], next.w, next.b), 0),
          }),
          first as { w: Matrix; b: number[] },
        );
        const allowed = last(mlpForward.allowed(x, layers).drives);
        expectClose(drives.at(-1), plainDrives(x, one.w, one.b), allowed);
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, layers) => {
    const drives: Rounded[][][] = [];
    const activations: Rounded[][][] = [];
    for (const { w, b, activation } of layers) {
      const d = roundedDrives(r, activations.at(-1) ?? x, w, b);
      drives.push(d);
      activations.push(roundedActivations(r, d, activation));
    }
    return { drives, activations };
  },
};
