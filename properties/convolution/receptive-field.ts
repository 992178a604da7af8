import fc from 'fast-check';
import { receptiveField as reference, type SlidingLayer } from '../../reference/convolution/receptive-field.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { size } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { misconceptions } from './receptive-field.misconceptions.ts';

export type ReceptiveField = (layers: SlidingLayer[]) => number;

/** Strides and dilations are not both above 1, as the contract says of one layer. */
const layer: fc.Arbitrary<SlidingLayer> = fc
  .tuple(size(5), size(3), size(3), fc.boolean())
  .map(([kernel, stride, dilation, strided]) =>
    strided ? { kernel, stride, dilation: 1 } : { kernel, stride: 1, dilation },
  );
const stack = fc.array(layer, { maxLength: 5 });
const inputs: fc.Arbitrary<[SlidingLayer[]]> = fc.tuple(stack);

const plain = (kernel: number, stride = 1, dilation = 1): SlidingLayer => ({ kernel, stride, dilation });

export const receptiveField: Entry<ReceptiveField> = {
  id: 'receptiveField',
  lecture: 5,
  title: 'Receptive field of a stack of convolutions',
  latex: String.raw`r = 1 + \sum_{l=1}^{L} (k_l - 1) \, d_l \prod_{i=1}^{l-1} s_i`,
  source: [
    'Dumoulin, Visin (2016), A guide to convolution arithmetic for deep learning',
    'Araujo, Norris, Sim (2019), Computing Receptive Fields of Convolutional Neural Networks, equation 2',
    'Lecture 5',
  ],
  parameters: {
    layers: is.list(is.record({ kernel: is.integer(1), stride: is.integer(1), dilation: is.integer(1) }), {
      mayBeEmpty: true,
    }),
  },
  result: is.number(),

  reference,

  inputs,
  // The formula takes strides and dilations above 1 in one layer too.
  extended: fc.tuple(fc.array(fc.record({ kernel: size(5), stride: size(3), dilation: size(3) }), { maxLength: 5 })),
  edges: {
    'no layers': [[]],
    'one tap': [[plain(1)]],
    'one layer': [[plain(5)]],
    'one strided layer': [[plain(3, 2)]],
    'one dilated layer': [[plain(3, 1, 4)]],
    'three of 3': [[plain(3), plain(3), plain(3)]],
    'stride first': [[plain(3, 2), plain(5)]],
    'stride last': [[plain(5), plain(3, 2)]],
    'stride, then dilation': [[plain(3, 2), plain(3, 1, 3)]],
    'strided layers of one tap': [[plain(1, 2), plain(1, 3), plain(2)]],
    'poolings between convolutions': [[plain(3), plain(2, 2), plain(3), plain(2, 2), plain(3)]],
    'a stride larger than the kernel': [[plain(2, 4), plain(3)]],
  },
  illegal: {
    'a stride of 0 in the last layer': { args: [[plain(3), plain(3, 0)]], names: 'layers[1].stride' },
    'a kernel of 2.5 in the last layer': { args: [[plain(3), plain(2.5)]], names: 'layers[1].kernel' },
  },
  hardCases: {
    'no layers': (layers) => layers.length === 0,
    'one layer': (layers) => layers.length === 1,
    'three layers and more': (layers) => layers.length > 2,
    'a stride before a kernel above 1': (layers) =>
      layers.some(({ stride }, l) => stride > 1 && layers.slice(l + 1).some(({ kernel }) => kernel > 1)),
    'two strides before a kernel above 1': (layers) =>
      layers.findLastIndex(({ kernel }) => kernel > 1) >
      layers.findIndex(({ stride }, l) => stride > 1 && layers.slice(0, l).some((before) => before.stride > 1)),
    'a stride in the last layer': (layers) => (layers.at(-1)?.stride ?? 1) > 1,
    'a dilated kernel above 1': (layers) => layers.some(({ kernel, dilation }) => kernel > 1 && dilation > 1),
    'a dilated kernel after a stride': (layers) =>
      layers.some(
        ({ kernel, dilation }, l) => kernel > 1 && dilation > 1 && layers.slice(0, l).some(({ stride }) => stride > 1),
      ),
    'a layer of one tap': (layers) => layers.some(({ kernel }) => kernel === 1),
  },

  worked: [
    { name: 'no layers', origin: 'by hand: an output is its own input', args: [[]], expected: 1 },
    {
      name: 'three of 3 are as one of 7',
      origin: 'Simonyan, Zisserman (2015), Very Deep Convolutional Networks, section 2.3',
      args: [[plain(3), plain(3), plain(3)]],
      expected: 7,
    },
    {
      name: 'a stride of 2 before 5 taps',
      origin: 'by hand: 5 outputs of the first layer, 2 apart, cover 9 elements, and its own 3 taps 2 more',
      args: [[plain(3, 2), plain(5)]],
      expected: 11,
    },
    {
      name: 'dilations 1, 2, 4, 8',
      origin: 'van den Oord et al. (2016), WaveNet, figure 3: 16 inputs to one output',
      args: [[plain(2), plain(2, 1, 2), plain(2, 1, 4), plain(2, 1, 8)]],
      expected: 16,
    },
  ],

  laws: [
    law(
      'the gradient of one output reaches that many elements, from the first to the last',
      inputs,
      async (receptiveField, layers) => {
        expectClose(await receptiveField(layers), furthestReached(layers) + 1, 0);
      },
    ),
    law(
      'an axis of that length gives one output, and a shorter one none',
      fc.tuple(fc.array(layer, { minLength: 1, maxLength: 4 })),
      async (receptiveField, layers) => {
        const field = await receptiveField(layers);
        expectClose(outputsOn(field, layers), 1, 0);
        expectThat(outputsOn(field - 1, layers) < 1, `an axis of ${field - 1} elements has an output too`);
      },
    ),
    law('the stride of the last layer does not matter', fc.tuple(stack, layer, size(4)), async (f, before, last, s) => {
      expectClose(await f([...before, { ...last, stride: s }]), await f([...before, { ...last, stride: 1 }]), 0);
    }),
    law('a layer of one tap and stride 1 changes nothing', fc.tuple(stack, fc.nat(5)), async (f, layers, at) => {
      expectClose(await f(layers.toSpliced(at, 0, plain(1))), await f(layers), 0);
    }),
    law(
      'what is on top of a stack adds its own field less 1, times the strides below',
      fc.tuple(stack, stack),
      async (f, below, above) => {
        const apart = below.reduce((product, { stride }) => product * stride, 1);
        expectClose(await f([...below, ...above]), (await f(below)) + apart * ((await f(above)) - 1), 0);
      },
    ),
  ],

  misconceptions,

  // From the last layer to the first: how many outputs of the layer before are needed.
  rounding: (r, layers) =>
    r.exact(
      layers.reduceRight(
        (needed, { kernel, stride, dilation }) => (needed - 1) * stride.value + (kernel.value - 1) * dilation.value + 1,
        1,
      ),
    ),
};

/** The last element of the input by which output 0 of a stack of positive kernels has a gradient; the first is 0. */
function furthestReached(layers: readonly SlidingLayer[]): number {
  let reached = [0];
  for (const { kernel, stride, dilation } of layers.toReversed()) {
    const taps = Array.from({ length: kernel }, (_, tap) => tap * dilation);
    reached = [...new Set(reached.flatMap((output) => taps.map((tap) => output * stride + tap)))];
  }
  return Math.max(...reached);
}

/** How many outputs a stack has on an axis without padding: 0 or less if a kernel does not fit. */
function outputsOn(length: number, layers: readonly SlidingLayer[]): number {
  return layers.reduce((elements, { kernel, stride, dilation }) => {
    const spare = elements - (kernel - 1) * dilation - 1;
    return spare < 0 ? 0 : Math.floor(spare / stride) + 1;
  }, length);
}
