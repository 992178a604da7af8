import type { SlidingLayer } from '../../reference/convolution/receptive-field.ts';
import type { Misconception } from '../entry/entry.ts';
import type { ReceptiveField } from './receptive-field.ts';

/** A field that grows layer by layer; `step` gives what a layer adds where outputs of the one before are `apart`. */
const grown =
  (step: (layer: SlidingLayer, apart: number) => number, start = 1) =>
  (layers: readonly SlidingLayer[]): number => {
    let [field, apart] = [start, 1];
    for (const layer of layers) {
      field += step(layer, apart);
      apart *= layer.stride;
    }
    return field;
  };

/** From 0, where there are layers. */
const orOne =
  (step: (layer: SlidingLayer, apart: number) => number) =>
  (layers: readonly SlidingLayer[]): number =>
    layers.length === 0 ? 1 : grown(step, 0)(layers);

const right = grown(({ kernel, dilation }, apart) => (kernel - 1) * dilation * apart);

export const misconceptions: readonly Misconception<ReceptiveField>[] = [
  {
    id: 'receptiveField/stride-ignored',
    title: 'strides are ignored',
    hint: 'After a stride of s, neighbours are s elements of the input apart: multiply what each layer adds by the strides of all layers before it.',
    caughtBy: 'a stride of 2 before 5 taps',
    implementation: grown(({ kernel, dilation }) => (kernel - 1) * dilation),
  },
  {
    id: 'receptiveField/dilation-ignored',
    title: 'dilations are ignored',
    hint: 'The taps of a dilated kernel are `dilation` elements apart: k of them reach over (k - 1) * dilation + 1.',
    caughtBy: 'dilations 1, 2, 4, 8',
    implementation: grown(({ kernel }, apart) => (kernel - 1) * apart),
  },
  {
    id: 'receptiveField/own-stride-included',
    title: 'what a layer adds is multiplied by its own stride too',
    hint: 'The stride of a layer spreads what comes after it, not its own taps: update the product of strides after the layer was added.',
    caughtBy: 'the stride of the last layer does not matter',
    implementation: grown(({ kernel, stride, dilation }, apart) => (kernel - 1) * dilation * apart * stride),
    readings: [
      // the product of the layer alone
      grown(({ kernel, stride, dilation }) => (kernel - 1) * dilation * stride),
    ],
  },
  {
    id: 'receptiveField/kernels-summed',
    title: 'all taps of each kernel are added',
    hint: 'The first tap of a kernel falls on what was counted already: a layer adds k - 1 taps, spread by its dilation and the strides before it, and the count begins at 1.',
    caughtBy: 'three of 3 are as one of 7',
    implementation: grown(({ kernel }) => kernel, 0),
    readings: [
      grown(({ kernel }) => kernel),
      grown(({ kernel, dilation }, apart) => kernel * dilation * apart),
      grown(({ kernel, dilation }, apart) => kernel * dilation * apart, 0),
      grown(({ kernel, dilation }, apart) => ((kernel - 1) * dilation + 1) * apart),
      grown(({ kernel, dilation }, apart) => ((kernel - 1) * dilation + 1) * apart, 0),
      grown(({ kernel }, apart) => kernel * apart),
      grown(({ kernel }, apart) => kernel * apart, 0),
      // without strides
      grown(({ kernel, dilation }) => (kernel - 1) * dilation + 1, 0),
      grown(({ kernel, dilation }) => (kernel - 1) * dilation + 1),
      grown(({ kernel, dilation }) => kernel * dilation, 0),
      grown(({ kernel, dilation }) => kernel * dilation),
      // counted from 0, but 1 without layers, as it is stated
      orOne(({ kernel }) => kernel),
      orOne(({ kernel, dilation }, apart) => kernel * dilation * apart),
      orOne(({ kernel, dilation }, apart) => ((kernel - 1) * dilation + 1) * apart),
      orOne(({ kernel }, apart) => kernel * apart),
      orOne(({ kernel, dilation }) => (kernel - 1) * dilation + 1),
      orOne(({ kernel, dilation }) => kernel * dilation),
    ],
  },
  {
    id: 'receptiveField/last-layer-first',
    title: 'the layers are taken from the last to the first',
    hint: 'The strides that spread a layer are those of the layers below it, which come first in the list.',
    caughtBy: 'a stride of 2 before 5 taps',
    implementation: (layers) => right(layers.toReversed()),
  },
  {
    id: 'receptiveField/one-short',
    title: 'counted from 0',
    hint: 'Without layers an output depends on one element: begin with 1.',
    caughtBy: 'no layers',
    implementation: (layers) => right(layers) - 1,
  },
];
