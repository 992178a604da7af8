import { expect, test } from 'vitest';
import { signatureDepartures } from './signature.ts';

const ADAM =
  'adam(state: { theta: Vector, t: number }, gradient: Vector, { rate = 0.001, epsilon = 1e-7 }): { theta: Vector }';

test.each([
  ['the same', ADAM, ADAM],
  ['types left out', 'adam(state: { theta, t }, gradient: Vector, { rate = 1e-3, epsilon = 1e-7 }): { theta }', ADAM],
  ['a type by its rank', 'f(k: number[][][][]): number', 'f(k: Kernel): number'],
  [
    'a parameter without a type',
    'lstm(x: Sequence, weights): Sequence',
    'lstm(x: Sequence, weights: { w: Matrix }): Sequence',
  ],
  ['a default that is another option', 'f({ a = [2, 2], b = a }): number', 'f({ a = [2, 2], b = a }): number'],
  ['lists of records', 'f(l: { w, a }[]): Matrix[]', "f(l: { w: Matrix, a: 'x' | 'y' }[]): Matrix[]"],
])('finds nothing in %s', (_, written, derived) => {
  expect(signatureDepartures(written, derived)).toEqual([]);
});

test.each([
  ['another default', ADAM.replace('1e-7', '1e-8'), 'the default of epsilon is 1e-8, the entry says 1e-7'],
  ['no default', ADAM.replace(' = 1e-7', ''), 'the default of epsilon is none, the entry says 1e-7'],
  ['another option', ADAM.replace('epsilon', 'eps'), 'the option names are rate, eps'],
  [
    'parameters in another order',
    'adam(gradient, state, { rate = 0.001, epsilon = 1e-7 })',
    'the parameters are (gradient, state, { … })',
  ],
  [
    'another type',
    ADAM.replace('gradient: Vector', 'gradient: Matrix'),
    'gradient is number[][], the entry says number[]',
  ],
  ['another field', ADAM.replace('theta: Vector, t', 'theta: Vector, step'), 'state is'],
  ['another result', ADAM.replace('): { theta', '): { phi'), 'the result is'],
  ['another function', ADAM.replace('adam', 'adan'), 'it is the signature of adan, not of adam'],
  ['nothing to read', 'adam', "cannot read the signature 'adam'"],
  ['a bracket that is open', 'adam(state: { theta', 'cannot read the signature at'],
])('names %s', (_, written, message) => {
  expect(signatureDepartures(written, ADAM).join('\n')).toContain(message);
});
