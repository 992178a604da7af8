import fc from 'fast-check';
import { backpropGradient, backprop as reference } from '../../reference/backprop/backprop.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, numbersOf, zipNumbers } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { edges, illegal, worked } from './backprop.cases.ts';
import { misconceptions } from './backprop.misconceptions.ts';
import {
  hiddenTurned,
  mlps,
  outputs,
  roundedBackprop,
  type SigmoidLayer,
  slopeAlong,
  target,
} from './shared/mlp-inputs.ts';
import { plainBackprop } from './shared/plain-backprop.ts';

export type Backprop = (x: Matrix, t: Matrix, layers: SigmoidLayer[]) => SigmoidLayer[];

export const backprop: Entry<Backprop> = {
  id: 'backprop',
  lecture: 2,
  title: 'Backpropagation',
  latex: String.raw`\frac{\partial L}{\partial W^{(l)}} = \frac{1}{B}\, a^{(l-1)T} \delta^{(l)}, \qquad \delta^{(l-1)} = \bigl( \delta^{(l)} W^{(l)T} \bigr) \odot \sigma'(d^{(l-1)})`,
  source: [
    'Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors',
    'Pearlmutter (1994), Fast exact multiplication by the Hessian (its gradient)',
    'Lecture 2',
  ],
  parameters: {
    x: is.matrix(),
    t: is.matrix(),
    layers: is.list(is.record({ w: is.matrix(), b: is.vector() }, { name: 'Layer' })),
  },
  result: is.list(is.record({ w: is.matrix(), b: is.vector() }, { name: 'Layer' })),

  reference,
  accelerated: () => import('../../accelerated/backprop/backprop.ts'),
  gradient: { wrt: ['x', 't', 'layers'], reference: backpropGradient },

  inputs: mlps,

  edges,
  illegal,
  hardCases: {
    'one sample': (x) => x.length === 1,
    'two samples': (x) => x.length === 2,
    'three samples or more': (x) => x.length > 2,
    'one layer': (_x, _t, layers) => layers.length === 1,
    'two layers': (_x, _t, layers) => layers.length === 2,
    'three layers': (_x, _t, layers) => layers.length === 3,
    'a hidden layer of one unit': (_x, _t, layers) => layers.slice(0, -1).some(({ b }) => b.length === 1),
    'square layers': (_x, _t, layers) => layers.every(({ w, b }) => w.length === b.length && b.length > 1),
    'several outputs': (_x, t) => (t[0]?.length ?? 0) > 1,
    'targets of 0 and 1 alone': (_x, t) => t.flat().every((v) => v === 0 || v === 1),
    'an input of 0': (x) => x.flat().includes(0),
  },

  worked,

  laws: [
    law(
      'along any direction it is the slope of the loss',
      fc.tuple(mlps, numbers(grid, 39)),
      async (backprop, mlp, drawn) => {
        const fill = take(drawn.map((v) => v / 8));
        const direction = mlp[2].map((layer) => mapNumbers(layer, () => fill.number()));
        const steps = numbersOf(direction);
        const gradient = numbersOf(await backprop(...mlp));
        const allowed = numbersOf(backprop.allowed(...mlp));
        const { slope, error } = slopeAlong(mlp, direction);
        const along = gradient.reduce((sum, g, k) => sum + g * nth(steps, k), 0);
        const off = allowed.reduce((sum, e, k) => sum + e * Math.abs(nth(steps, k)), 0);
        const rounding = gradient.reduce((sum, g, k) => sum + 2 ** -46 * Math.abs(g * nth(steps, k)), 0);
        expectClose(along, slope, off, error, rounding);
      },
    ),
    law('a batch has the mean of the gradients of its samples', mlps, async (backprop, x, t, layers) => {
      let mean = mapNumbers(layers, () => 0);
      let allowed = mapNumbers(layers, () => 2 ** -50);
      for (const [n, row] of x.entries()) {
        const sample: Parameters<Backprop> = [[row], [nth(t, n)], layers];
        const share = (a: number, b: number): number => a + b / x.length;
        mean = zipNumbers(mean, await backprop(...sample), share);
        allowed = zipNumbers(allowed, backprop.allowed(...sample), share);
      }
      expectClose(await backprop(x, t, layers), mean, allowed, backprop.allowed(x, t, layers));
    }),
    law('targets that are met leave no gradient', mlps, async (backprop, x, _t, layers) => {
      const y = outputs(x, layers);
      const gradient = await backprop(x, y, layers);
      expectClose(
        gradient,
        mapNumbers(gradient, () => 0),
        backprop.allowed(x, y, layers),
        2 ** -48,
      );
    }),
    law(
      'halfway between two targets the gradient is the mean of both',
      fc.tuple(mlps, numbers(target, 12)),
      async (backprop, [x, t, layers], drawn) => {
        const fill = take(drawn);
        const other = mapNumbers(t, () => fill.number());
        const between = zipNumbers(t, other, (a, b) => (a + b) / 2);
        const mean = zipNumbers(await backprop(x, t, layers), await backprop(x, other, layers), (a, b) => (a + b) / 2);
        expectClose(
          await backprop(x, between, layers),
          mean,
          backprop.allowed(x, t, layers),
          backprop.allowed(x, other, layers),
          backprop.allowed(x, between, layers),
        );
      },
    ),
    law('a bias is the weight of an input that is always 1', mlps, async (backprop, x, t, layers) => {
      const [first, ...others] = layers as [SigmoidLayer, ...SigmoidLayer[]];
      const widened = x.map((row) => [...row, 1]);
      const moved = [{ w: [...first.w, first.b], b: first.b.map(() => 0) }, ...others];
      const gradient = nth(await backprop(x, t, layers), 0);
      const allowed = nth(backprop.allowed(x, t, layers), 0);
      const got = nth(await backprop(widened, t, moved), 0);
      const room = nth(backprop.allowed(widened, t, moved), 0);
      expectClose(got.w, [...gradient.w, gradient.b], room.w, [...allowed.w, allowed.b]);
    }),
    law('the order of the hidden units does not matter', mlps, async (backprop, x, t, layers) => {
      const turned = hiddenTurned(layers);
      expectClose(
        await backprop(x, t, turned),
        hiddenTurned(await backprop(x, t, layers)),
        backprop.allowed(x, t, turned),
        hiddenTurned(backprop.allowed(x, t, layers)),
      );
    }),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 2, loss',
      printed: 'one half of (t y)^2',
      holds: 'one half of (t - y)^2',
      variant: {
        implementation: (x, t, layers) => plainBackprop(x, t, layers, { error: (y, tk) => tk * tk * y }),
        fails: [[[2]], [[0.25]], [{ w: [[0]], b: [0] }]],
      },
    },
  ],

  rounding: (r, x, t, layers) => roundedBackprop(r, x, t, layers),
};
