import fc from 'fast-check';
import { autoencoderGradient, autoencoder as reference } from '../../reference/autoencoders/autoencoder.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { ACTIVATIONS } from '../perceptron/shared/activation.ts';
import {
  activations,
  type LayerOf,
  layerOf,
  networkClearOfKinks,
  weightScale,
} from '../perceptron/shared/layer-inputs.ts';
import { roundedActivations, roundedDrives } from '../perceptron/shared/rounded-dense.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './autoencoder.cases.ts';
import { misconceptions } from './autoencoder.misconceptions.ts';

export type AutoencoderFormula = (
  x: Matrix,
  encoder: LayerOf[],
  decoder: LayerOf[],
) => { code: Matrix; reconstruction: Matrix; loss: number };

type Arguments = Parameters<AutoencoderFormula>;

const shapes = fc.record({
  B: size(3),
  D: size(3),
  encoder: fc.array(size(3), { maxLength: 2 }),
  decoder: fc.array(size(3), { maxLength: 1 }),
  functions: fc.array(activations, { minLength: 4, maxLength: 4 }),
});

const autoencoders = (element: fc.Arbitrary<number>, scale: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc.tuple(shapes, numbers(element, 61), scale).map(([{ B, D, encoder, decoder, functions }, drawn, factor]) => {
    const fill = take(drawn);
    const x = fill.matrix(B, D);
    const names = functions.values();
    let before = D;
    const stack = (widths: readonly number[]): LayerOf[] =>
      widths.map((n) => {
        const layer = layerOf(fill, before, n, factor, names.next().value ?? 'identity');
        before = n;
        return layer;
      });
    return [x, stack(encoder), stack([...decoder, D])];
  });

const inputs = autoencoders(mild, weightScale);
/** Numbers of at most 1, whose steps of central differences are 2^-9. */
const small = autoencoders(
  grid.map((x) => x / 4),
  fc.constant(1),
);

export const autoencoder: Entry<AutoencoderFormula> = {
  id: 'autoencoder',
  lecture: 8,
  title: 'Autoencoder',
  latex: String.raw`h = f(x), \qquad \hat x = g(h), \qquad L = \frac{1}{N} \sum_{n=1}^{N} \sum_{d=1}^{D} (x_{nd} - \hat x_{nd})^2`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, chapter 14', 'Lecture 8'],
  parameters: { x: is.matrix(), encoder: layers(), decoder: layers() },
  result: is.record({ code: is.matrix(), reconstruction: is.matrix(), loss: is.number() }),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/autoencoder.ts'),
  gradient: {
    wrt: ['x', 'encoder', 'decoder'],
    reference: autoencoderGradient,
    inputs: small.filter(([x, encoder, decoder]) => networkClearOfKinks(x, [...encoder, ...decoder])),
  },

  inputs,

  edges,
  illegal,
  hardCases,
  worked,

  laws: [
    law(
      'there is a code for each sample, and a reconstruction as wide as it',
      fc.tuple(inputs),
      async (autoencoder, args) => {
        const [x, encoder] = args;
        const { code, reconstruction } = await autoencoder(...args);
        const units = encoder.at(-1)?.b.length ?? nth(x, 0).length;
        expectThat(code.length === x.length && code.every((row) => row.length === units), 'the code is not [N, K]');
        const fits =
          reconstruction.length === x.length && reconstruction.every((row, n) => row.length === x[n]?.length);
        expectThat(fits, 'the reconstruction is not as wide as the input');
      },
    ),
    law(
      'the loss is the squared distance of the reconstruction, over the batch',
      fc.tuple(small),
      async (autoencoder, args) => {
        const [x] = args;
        const { reconstruction, loss } = await autoencoder(...args);
        const allowed = autoencoder.allowed(...args);
        const differences = reconstruction.flatMap((row, n) => row.map((y, d) => y - nth(nth(x, n), d)));
        const squares = total(differences.map((e) => e * e)) / x.length;
        const slack = allowed.reconstruction
          .flat()
          .map((error, i) => error * (2 * Math.abs(nth(differences, i)) + error));
        expectClose(loss, squares, allowed.loss, total(slack) / x.length, 2 ** -48 * squares);
      },
    ),
    law('layers that change nothing cost nothing', fc.tuple(inputs), async (autoencoder, [x]) => {
      const D = nth(x, 0).length;
      const same: LayerOf = {
        w: Array.from({ length: D }, (_, i) => Array.from({ length: D }, (_, j) => (i === j ? 1 : 0))),
        b: Array.from({ length: D }, () => 0),
        activation: 'identity',
      };
      const allowed = autoencoder.allowed(x, [same], [same]);
      expectClose(await autoencoder(x, [same], [same]), { code: x, reconstruction: x, loss: 0 }, allowed);
    }),
    law('the decoder does not change the code', fc.tuple(inputs, inputs), async (autoencoder, args, [other]) => {
      const [x, encoder, decoder] = args;
      const changed: LayerOf[] = decoder.map((layer, l) =>
        l === 0 ? { ...layer, b: layer.b.map((b) => b + nth(nth(other, 0), 0)) } : layer,
      );
      const own = autoencoder.allowed(...args).code;
      expectClose((await autoencoder(x, encoder, changed)).code, (await autoencoder(...args)).code, own, own);
    }),
    law('a batch has the codes of its samples, and their average loss', fc.tuple(inputs), async (autoencoder, args) => {
      const [x, encoder, decoder] = args;
      const allowed = autoencoder.allowed(...args);
      const whole = await autoencoder(...args);
      let average = 0;
      let slack = 0;
      for (const [n, row] of x.entries()) {
        const { code, reconstruction, loss } = await autoencoder([row], encoder, decoder);
        const its = autoencoder.allowed([row], encoder, decoder);
        expectClose([nth(whole.code, n)], code, its.code, [nth(allowed.code, n)]);
        expectClose([nth(whole.reconstruction, n)], reconstruction, its.reconstruction, [
          nth(allowed.reconstruction, n),
        ]);
        average += loss / x.length;
        slack += its.loss / x.length;
      }
      expectClose(whole.loss, average, allowed.loss, slack, 2 ** -50 * average);
    }),
    law(
      'units of the code may change places when the weights behind them do',
      fc.tuple(inputs.filter(([, encoder]) => encoder.length > 0)),
      async (autoencoder, args) => {
        const [x, encoder, decoder] = args;
        const [last, first] = [nth(encoder, encoder.length - 1), nth(decoder, 0)];
        const turned: Arguments = [
          x,
          [...encoder.slice(0, -1), { ...last, w: last.w.map((row) => row.toReversed()), b: last.b.toReversed() }],
          [{ ...first, w: first.w.toReversed() }, ...decoder.slice(1)],
        ];
        const [usual, other] = [await autoencoder(...args), await autoencoder(...turned)];
        const [own, its] = [autoencoder.allowed(...args), autoencoder.allowed(...turned)];
        const { reconstruction, loss } = own;
        expectClose(
          { reconstruction: other.reconstruction, loss: other.loss },
          { reconstruction: usual.reconstruction, loss: usual.loss },
          { reconstruction, loss },
          {
            reconstruction: its.reconstruction,
            loss: its.loss,
          },
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, encoder, decoder) => {
    const through = (input: Rounded[][], stack: typeof encoder): Rounded[][] =>
      stack.reduce((a, { w, b, activation }) => roundedActivations(r, roundedDrives(r, a, w, b), activation), input);
    const code = through(x, encoder);
    const reconstruction = through(code, decoder);
    const perSample = x.map((row, n) =>
      r.sum(row.map((xi, d) => r.square(r.subtract(xi, nth(nth(reconstruction, n), d))))),
    );
    return { code, reconstruction, loss: r.mean(perSample) };
  },
};

function layers() {
  return is.list(is.record({ w: is.matrix(), b: is.vector(), activation: is.choice(ACTIVATIONS) }, { name: 'Layer' }), {
    mayBeEmpty: true,
  });
}
