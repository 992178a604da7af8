import fc from 'fast-check';
import { gradientFlow as reference } from '../../reference/generalization/gradient-flow.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { ACTIVATIONS } from '../perceptron/shared/activation.ts';
import { activations, type LayerOf, layerOf, linear, weightScale } from '../perceptron/shared/layer-inputs.ts';
import { roundedActivations, roundedDrives } from '../perceptron/shared/rounded-dense.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { misconceptions } from './gradient-flow.misconceptions.ts';
import { roundedNorm } from './shared/norms.ts';

export type GradientFlow = (upstream: Matrix, x: Matrix, layers: LayerOf[]) => Vector;
type Arguments = Parameters<GradientFlow>;

const widths = fc.array(size(3), { minLength: 1, maxLength: 4 });
const functions = fc.array(activations, { minLength: 4, maxLength: 4 });
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(size(3), size(3), widths, numbers(undefined, 48), weightScale, functions)
  .map(([B, m, units, drawn, scale, names]) => {
    const fill = take(drawn);
    const x = fill.matrix(B, m);
    const layers = units.map((n, l) => layerOf(fill, units[l - 1] ?? m, n, scale, nth(names, l)));
    return [fill.matrix(B, nth(units, units.length - 1)), x, layers];
  });
const severalLayers = inputs.filter(([, , layers]) => layers.length > 1);
/** Weights of a chain of single units. */
const chain = fc.array(
  grid.map((x) => x || 1),
  { minLength: 1, maxLength: 6 },
);

const twice = (matrix: Matrix): Matrix => matrix.map((row) => row.map((x) => 2 * x));

export const gradientFlow: Entry<GradientFlow> = {
  id: 'gradientFlow',
  lecture: 6,
  title: 'Gradient norms through depth',
  latex: String.raw`g_l = \left\lVert \frac{\partial L}{\partial W^{(l)}} \right\rVert_F`,
  source: [
    'Glorot, Bengio (2010), Understanding the difficulty of training deep feedforward neural networks, section 4',
    'Lecture 6',
  ],
  parameters: {
    upstream: is.matrix(),
    x: is.matrix(),
    layers: is.list(
      is.record({ w: is.matrix(), b: is.vector(), activation: is.choice(ACTIVATIONS) }, { name: 'Layer' }),
    ),
  },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/generalization/gradient-flow.ts'),

  inputs,

  edges: {
    'one linear unit': [[[2]], [[-1.5]], [linear([[3]], [1])]],
    'no gradient arrives': [
      [[0, 0]],
      [[1, 2]],
      [
        linear(
          [
            [1, 2],
            [3, 4],
          ],
          [0, 1],
        ),
      ],
    ],
    'a dead layer of relu': [
      [[1]],
      [[1]],
      [
        { w: [[2]], b: [1], activation: 'tanh' },
        { w: [[1]], b: [-5], activation: 'relu' },
        { w: [[3]], b: [0.5], activation: 'identity' },
      ],
    ],
    'ten layers of sigmoid': [
      [[1]],
      [[0.5]],
      Array.from({ length: 10 }, () => ({ w: [[0.5]], b: [0], activation: 'sigmoid' })),
    ],
    'ten layers that grow': [[[1]], [[0.5]], Array.from({ length: 10 }, () => linear([[4]], [0]))],
    'a batch through two layers': [
      [[1], [-2]],
      [
        [1, 0.5],
        [-1, 2],
      ],
      [
        {
          w: [
            [0.5, -1],
            [0.25, 1.5],
          ],
          b: [0.125, -0.5],
          activation: 'sigmoid',
        },
        { w: [[1.5], [-0.75]], b: [0.25], activation: 'tanh' },
      ],
    ],
  },
  illegal: {
    'no layer': { args: [[[1]], [[1]], []], names: 'layers' },
    'upstream of another batch': { args: [[[1], [2]], [[1]], [linear([[3]], [1])]], names: 'upstream' },
    'upstream of other units': { args: [[[1, 2]], [[1]], [linear([[3]], [1])]], names: 'upstream' },
    'weights of other inputs': { args: [[[1]], [[1, 2]], [linear([[3]], [1])]], names: 'layers[0].w' },
  },
  hardCases: {
    'one layer': (_upstream, _x, layers) => layers.length === 1,
    'three layers and more': (_upstream, _x, layers) => layers.length >= 3,
    'batch 1': (_upstream, x) => x.length === 1,
    'batch above 1': (_upstream, x) => x.length > 1,
    'layers of several functions': (_upstream, _x, layers) =>
      new Set(layers.map(({ activation }) => activation)).size > 1,
    'linear layers alone': (_upstream, _x, layers) => layers.every(({ activation }) => activation === 'identity'),
    'a hidden layer of relu': (_upstream, _x, layers) =>
      layers.slice(0, -1).some(({ activation }) => activation === 'relu'),
    'a layer that is not square': (_upstream, _x, layers) => layers.some(({ w, b }) => w.length !== b.length),
  },

  worked: [
    {
      name: 'two linear units',
      origin: 'by hand: 3 times -5, and 3 times 2',
      args: [[[1]], [[3]], [linear([[2]], [0]), linear([[-5]], [0])]],
      expected: [15, 6],
    },
    {
      name: 'a layer of two units',
      origin: 'by hand: the gradient is [[2 3, 2 (-4)], [1 3, 1 (-4)]], of norm sqrt(5) 5',
      args: [
        [[3, -4]],
        [[2, 1]],
        [
          linear(
            [
              [1, 2],
              [3, 4],
            ],
            [0, 0],
          ),
        ],
      ],
      expected: [5 * Math.sqrt(5)],
    },
    {
      name: 'sigmoid at 0',
      origin: 'by hand: a slope of 1/4 behind, and weights of 2 and another 1/4 before; the activations are 1/2',
      args: [
        [[1]],
        [[4]],
        [
          { w: [[0]], b: [0], activation: 'sigmoid' },
          { w: [[2]], b: [-1], activation: 'sigmoid' },
        ],
      ],
      expected: [0.5, 0.125],
    },
  ],

  laws: [
    law('twice the gradient of the loss is twice as much at each layer', fc.tuple(inputs), async (flow, drawn) => {
      const [upstream, x, layers] = drawn;
      const doubled: Arguments = [twice(upstream), x, layers];
      const norms = await flow(...drawn);
      expectClose(
        await flow(...doubled),
        norms.map((norm) => 2 * norm),
        flow.allowed(...doubled),
        flow.allowed(...drawn).map((error) => 2 * error),
      );
    }),
    law(
      'through a chain of linear units each is reached by the product of the other weights',
      fc.tuple(chain, grid),
      async (flow, weights, x) => {
        const layers = weights.map((weight) => linear([[weight]], [0]));
        const expected = weights.map((_, l) =>
          Math.abs(weights.reduce((product, weight, k) => (k === l ? product : product * weight), x)),
        );
        expectClose(await flow([[1]], [[x]], layers), expected, flow.allowed([[1]], [[x]], layers));
      },
    ),
    law(
      'a last linear layer of one weight scales what reaches the others by it',
      fc.tuple(inputs),
      async (flow, [, x, layers]) => {
        const one = [...layers.slice(0, -1), narrowed(nth(layers, layers.length - 1))];
        const more = [...one, linear([[-2]], [0.5])];
        const arriving = x.map(() => [1]);
        const norms = await flow(arriving, x, one);
        const allowed = flow.allowed(arriving, x, more);
        expectClose(
          (await flow(arriving, x, more)).slice(0, -1),
          norms.map((norm) => 2 * norm),
          allowed.slice(0, -1),
          flow.allowed(arriving, x, one).map((error) => 2 * error),
        );
      },
    ),
    law('hidden units may change places when their weights do', fc.tuple(severalLayers), async (flow, drawn) => {
      const [upstream, x, [first, second, ...rest]] = drawn as [Matrix, Matrix, [LayerOf, LayerOf, ...LayerOf[]]];
      const turned: Arguments = [
        upstream,
        x,
        [
          { ...first, w: first.w.map((row) => row.toReversed()), b: first.b.toReversed() },
          { ...second, w: second.w.toReversed() },
          ...rest,
        ],
      ];
      expectClose(await flow(...turned), await flow(...drawn), flow.allowed(...turned), flow.allowed(...drawn));
    }),
    law('a loss that does not depend on the output reaches nothing', fc.tuple(inputs), async (flow, drawn) => {
      const [upstream, x, layers] = drawn;
      const nothing: Arguments = [upstream.map((row) => row.map(() => 0)), x, layers];
      expectClose(
        await flow(...nothing),
        layers.map(() => 0),
        flow.allowed(...nothing),
      );
    }),
  ],

  misconceptions,

  rounding: (r, upstream, x, layers) => {
    let a = x;
    for (const { w, b, activation } of layers) a = roundedActivations(r, roundedDrives(r, a, w, b), activation);
    const weights = layers.map(({ w }) => w.flat());
    const arriving = upstream.flat().map(({ value }) => value);
    const gradients = r.gradient(a.flat(), arriving, weights.flat());
    let next = 0;
    return weights.map(({ length }) => roundedNorm(r, gradients.slice(next, (next += length))));
  },
};

/** A layer of its first unit alone. */
function narrowed({ w, b, activation }: LayerOf): LayerOf {
  return { w: w.map((row) => row.slice(0, 1)), b: b.slice(0, 1), activation };
}
