import fc from 'fast-check';
import { variableAssign as reference } from '../../reference/tensors/variable-assign.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { given, numbers } from '../inputs/inputs.ts';
import { filled, shapes } from '../inputs/tensors.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { shapeOfNest } from '../values/nest.ts';
import { mapNumbers, mapTree } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { broadcast } from './shared/broadcasting.ts';
import { misconceptions } from './variable-assign.misconceptions.ts';

const parameters = {
  initial: is.tensor(),
  value: is.tensor(),
  options: is.options({
    operation: is.choice(['assign', 'add', 'subtract'], { default: 'assign' }),
    trainable: is.boolean({ default: true }),
  }),
};

type Options = OptionsOf<typeof parameters.options>;

export type VariableAssign = (
  initial: Tensor,
  value: Tensor,
  options?: Options,
) => { variable: Tensor; constant: Tensor; gradient: Tensor };

const inputs: fc.Arbitrary<[Tensor, Tensor, Options?]> = fc
  .tuple(shapes(), numbers(), numbers(), drawnOptions(parameters.options))
  .map(
    ([shape, first, second, options]) =>
      given(filled(shape, first), filled(shape, second), options) as [Tensor, Tensor, Options?],
  );

export const variableAssign: Entry<VariableAssign> = {
  id: 'variableAssign',
  lecture: 3,
  title: 'Assignment to a variable',
  latex: String.raw`v \leftarrow w, \; v + w, \; v - w`,
  source: ['Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1', 'Lecture 3'],
  parameters,
  result: is.record({ variable: is.tensor(), constant: is.tensor(), gradient: is.tensor() }),

  reference,
  accelerated: () => import('../../accelerated/tensors/variable-assign.ts'),

  inputs,

  edges: {
    'a vector': [
      [1, 2],
      [5, -5],
    ],
    'a vector, added': [[1, 2], [5, -5], { operation: 'add' }],
    'a vector, subtracted': [[1, 2], [5, -5], { operation: 'subtract' }],
    'not trainable': [[1, 2], [5, -5], { trainable: false }],
    numbers: [1, 2, { operation: 'add', trainable: true }],
    'rank 5': [[[[[[1, 2]]]]], [[[[[3, 4]]]]]],
  },
  illegal: {
    'another length': {
      args: [
        [1, 2],
        [1, 2, 3],
      ],
      names: 'value',
    },
    'another rank': { args: [[1, 2], [[1, 2]]], names: 'value' },
    'an array for a number': { args: [3, [1]], names: 'value' },
    'a number for an array': { args: [[1, 2], 3], names: 'value' },
    empty: { args: [[], []], names: 'initial' },
  },
  hardCases: {
    'a number': (initial) => typeof initial === 'number',
    'rank 4 or 5': (initial) => shapeOfNest(initial).length >= 4,
    'not trainable': (_initial, _value, options) => options?.trainable === false,
    added: (_initial, _value, options) => options?.operation === 'add',
    subtracted: (_initial, _value, options) => options?.operation === 'subtract',
  },

  worked: [
    {
      name: 'added',
      origin: 'by hand',
      args: [[1, 2], [5, -5], { operation: 'add' }],
      expected: { variable: [6, -3], constant: [1, 2], gradient: [6, -3] },
    },
    {
      name: 'assigned, not trainable',
      origin: 'by hand',
      args: [[1, 2], [5, -5], { trainable: false }],
      expected: { variable: [5, -5], constant: [1, 2], gradient: [0, 0] },
    },
  ],

  laws: [
    law(
      'the tensor of which the variable is made stays',
      inputs.map(one),
      async (variableAssign, [initial, value, options]) => {
        expectClose((await variableAssign(...given(initial, value, options))).constant, initial, 0);
      },
    ),
    law(
      'assigned, the variable is the value, whatever it was',
      inputs.map(one),
      async (variableAssign, [initial, value]) => {
        expectClose((await variableAssign(initial, value)).variable, value, 0);
      },
    ),
    law('adding the negative is subtracting', inputs.map(one), async (variableAssign, [initial, value]) => {
      const negative = mapNumbers(value, (w) => 0 - w);
      const [less, more] = [{ operation: 'subtract' as const }, { operation: 'add' as const }];
      expectClose(
        (await variableAssign(initial, value, less)).variable,
        (await variableAssign(initial, negative, more)).variable,
        variableAssign.allowed(initial, value, less).variable as Tensor,
        variableAssign.allowed(initial, negative, more).variable as Tensor,
      );
    }),
    law(
      'only a trainable variable has a gradient: itself',
      inputs.map(one),
      async (variableAssign, [initial, value, options]) => {
        const { variable, gradient } = await variableAssign(...given(initial, value, options));
        const expected = options?.trainable === false ? mapNumbers(variable, () => 0) : variable;
        const allowed = variableAssign.allowed(...given(initial, value, options)) as {
          variable: Tensor;
          gradient: Tensor;
        };
        expectClose(gradient, expected, allowed.variable, allowed.gradient);
      },
    ),
  ],

  misconceptions,

  rounding: (r, initial, value, { operation, trainable }) => {
    const variable = broadcast(initial, value, (v, w) =>
      operation === 'assign' ? w : operation === 'add' ? r.add(v, w) : r.subtract(v, w),
    );
    return {
      variable,
      constant: initial,
      gradient: mapTree<Rounded, Rounded>(variable, isRounded, (v) => (trainable ? v : r.exact(0))),
    };
  },
};

function one<T>(input: T): [T] {
  return [input];
}
