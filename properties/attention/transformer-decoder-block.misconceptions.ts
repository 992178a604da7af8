import type { Misconception, WrongForm } from '../entry/entry.ts';
import { plainDrives } from '../perceptron/shared/layer-inputs.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import {
  type Assembly,
  assemblies,
  type PlainLayer,
  plainFeedForward,
  plainMultiHead,
  plainNormalized,
} from './shared/plain-block.ts';
import type { TransformerDecoderBlock } from './transformer-decoder-block.ts';

type Sublayer = 'attention' | 'cross' | 'feedForward';
const IN_ORDER: readonly Sublayer[] = ['attention', 'cross', 'feedForward'];

/** What a form does otherwise, and where it leaves what it met. */
interface Parts {
  assembly?: (norm: 'pre' | 'post') => Assembly;
  order?: readonly Sublayer[];
  causal?: false;
  masked?: false;
  /** what keys and values of the second attention come of */
  context?: (memory: Matrix, input: Matrix, normalized: PlainLayer, norm: 'pre' | 'post') => Matrix;
  seen?: { drives: Matrix[]; normed: Matrix[] };
}

/** A decoder block over plain arrays. */
export const plainDecoder =
  ({
    assembly = (norm) => assemblies[norm],
    order = IN_ORDER,
    causal,
    masked,
    context = (memory) => memory,
    seen,
  }: Parts): WrongForm<TransformerDecoderBlock> =>
  (x, memory, weights, heads, { norm, activation, epsilon, mask, memoryMask }) =>
    x.map((rows, n) => {
      const isPadding = (of: Matrix | undefined, j: number): boolean => masked !== false && of?.[n]?.[j] === 0;
      const normalized =
        (of: Sublayer): PlainLayer =>
        (input) => {
          seen?.normed.push(input);
          return plainNormalized(input, weights[`${of}Norm`], epsilon);
        };
      const layers: Readonly<Record<Sublayer, PlainLayer>> = {
        attention: (input) =>
          plainMultiHead(
            input,
            input,
            weights.attention,
            heads,
            (i, j) => !isPadding(mask, j) && (causal === false || j <= i),
          ),
        cross: (input) => {
          const from = context(nth(memory, n), input, (m) => plainNormalized(m, weights.crossNorm, epsilon), norm);
          return plainMultiHead(input, from, weights.cross, heads, (_i, j) => !isPadding(memoryMask, j));
        },
        feedForward: (input) => {
          const { w, b } = weights.feedForward.hidden;
          seen?.drives.push(plainDrives(input, w, b));
          return plainFeedForward(input, weights.feedForward, activation);
        },
      };
      return order.reduce((rows, name) => assembly(norm)(rows, normalized(name), layers[name]), rows);
    });

export const misconceptions: readonly Misconception<TransformerDecoderBlock>[] = [
  {
    id: 'transformerDecoderBlock/norm-swapped',
    title: 'post-norm for pre-norm, and pre-norm for post-norm',
    hint: 'Pre-norm normalizes what goes into a sublayer, x + f(norm(x)); post-norm the sum, norm(x + f(x)).',
    caughtBy: ['pre-norm, by hand', 'post-norm, by hand'],
    implementation: plainDecoder({ assembly: (norm) => assemblies[norm === 'pre' ? 'post' : 'pre'] }),
    readings: [plainDecoder({ assembly: () => assemblies.pre }), plainDecoder({ assembly: () => assemblies.post })],
  },
  {
    id: 'transformerDecoderBlock/residual-missing',
    title: 'what goes into a sublayer is not added to what comes out',
    hint: 'Each of the three sublayers has a residual connection around it: add its input.',
    caughtBy: 'pre-norm, by hand',
    implementation: plainDecoder({
      assembly: (norm) => (x, normalized, f) => (norm === 'pre' ? f(normalized(x)) : normalized(f(x))),
    }),
  },
  {
    id: 'transformerDecoderBlock/causal-mask-missing',
    title: 'the self-attention sees later positions',
    hint: 'Position i of a decoder attends to the positions 0 to i of x alone: the later ones are what it is to predict.',
    caughtBy: 'later positions do not matter to earlier ones',
    implementation: plainDecoder({ causal: false }),
  },
  {
    id: 'transformerDecoderBlock/keys-from-x',
    title: 'the second attention has keys and values of x',
    hint: 'Keys and values of the second attention come of the memory, its queries of x.',
    caughtBy: 'pre-norm, by hand',
    implementation: plainDecoder({ context: (_memory, input) => input }),
  },
  {
    id: 'transformerDecoderBlock/memory-normalized',
    title: 'the memory is normalized like x',
    hint: 'The memory goes into the attention as the encoder gave it; pre-norm is for what comes through the residual connection.',
    caughtBy: 'pre-norm, by hand',
    implementation: plainDecoder({
      context: (memory, _input, normalized, norm) => (norm === 'pre' ? normalized(memory) : memory),
    }),
  },
  {
    id: 'transformerDecoderBlock/cross-first',
    title: 'the memory is attended before x itself',
    hint: 'The order is self-attention, attention on the memory, feed-forward.',
    caughtBy: 'pre-norm, by hand',
    implementation: plainDecoder({ order: ['cross', 'attention', 'feedForward'] }),
  },
  {
    id: 'transformerDecoderBlock/cross-missing',
    title: 'the memory is not attended',
    hint: 'Between self-attention and feed-forward the positions attend to the memory, with a residual connection of its own.',
    caughtBy: 'pre-norm, by hand',
    implementation: plainDecoder({ order: ['attention', 'feedForward'] }),
  },
  {
    id: 'transformerDecoderBlock/masks-ignored',
    title: 'padding is attended',
    hint: 'A position of x or of the memory whose entry of its mask is 0 must get no weight.',
    caughtBy: 'padding does not matter to the other positions',
    implementation: plainDecoder({ masked: false }),
  },
];
