import type { Misconception } from '../entry/entry.ts';
import { mapNumbers, zipNumbers } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import type { VariableAssign } from './variable-assign.ts';

export const misconceptions: readonly Misconception<VariableAssign>[] = [
  {
    id: 'variableAssign/constant-changed',
    title: 'the tensor of which the variable was made changes with it',
    hint: 'Copy the values when the variable is made: a constant never changes.',
    caughtBy: 'added',
    implementation: (initial, value, options) => {
      const { variable, gradient } = right(initial, value, options);
      return { variable, constant: variable, gradient };
    },
  },
  {
    id: 'variableAssign/trainable-ignored',
    title: 'a variable that is not trainable has a gradient',
    hint: 'Only trainable variables are given a gradient.',
    caughtBy: 'assigned, not trainable',
    implementation: (initial, value, options) => right(initial, value, { ...options, trainable: true }),
  },
  {
    id: 'variableAssign/operation-ignored',
    title: 'the value is always assigned',
    hint: 'Read the operation: add and subtract start from what the variable holds.',
    caughtBy: 'added',
    implementation: (initial, value, options) => right(initial, value, { ...options, operation: 'assign' }),
  },
  {
    id: 'variableAssign/gradient-before',
    title: 'the gradient is that of the old value',
    hint: 'Take the gradient at what the variable holds after the assignment.',
    caughtBy: 'added',
    implementation: (initial, value, options) => {
      const { variable, constant } = right(initial, value, options);
      return { variable, constant, gradient: mapNumbers(initial, (v) => (options.trainable ? v : 0)) };
    },
  },
];

function right(
  initial: Tensor,
  value: Tensor,
  { operation, trainable }: { operation: 'assign' | 'add' | 'subtract'; trainable: boolean },
): { variable: Tensor; constant: Tensor; gradient: Tensor } {
  const sign = operation === 'subtract' ? -1 : 1;
  const variable = operation === 'assign' ? value : zipNumbers(initial, value, (v, w) => v + sign * w);
  return { variable, constant: initial, gradient: mapNumbers(variable, (v) => (trainable ? v : 0)) };
}
