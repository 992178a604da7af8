import { expect, test } from 'vitest';
import { askedFormulas, asksForAllTests } from './asked-formulas.ts';
import { replayCommand } from './run-property.ts';

const NAMES = ['adam', 'adamUncorrected', 'logSoftmax', 'relu', 'reluDerivative', 'softmax', 'softmaxJacobian'];

test.each([
  ['adam', ['adam', 'adamUncorrected']],
  ['^adam', ['adam', 'adamUncorrected']],
  ['adam obeys: it is (a + b)|c', null],
  ['adam obeys: it is \\(a \\+ b\\)\\|c', ['adam']],
  ['^softmax obeys: a', ['softmax']],
  ['softmax$', ['softmax']],
  ['softmax\\b', ['softmax']],
  ['softmax|relu obeys', ['softmax', 'softmaxJacobian', 'relu']],
  ['softma', null],
  ['softmax.*twice', null],
  ['adam?', null],
  ['(softmax|relu)', null],
  ['softmax|twice', null],
  ['tfjs still diverges in softmax', null],
  ['gradient by hand', null],
  ['', null],
])("'%s' asks for %j", (pattern, asked) => {
  expect(askedFormulas(pattern, NAMES)).toEqual(asked);
});

test.each([
  ['softmax', true],
  ['softmax|relu', true],
  ['softmax obeys: a law', false],
  ['^softmax', false],
  ['twice', false],
  ['', false],
])("'%s' asks for all tests of its formulas: %s", (pattern, all) => {
  expect(asksForAllTests(pattern, NAMES)).toBe(all);
});

test('the command that replays a failure asks for one formula', () => {
  const title = 'softmax obeys: adding one number (to all | to some) changes nothing';
  const [, pattern = ''] = /-t '(.*)'$/.exec(replayCommand('cpu', title)) ?? [];
  expect(askedFormulas(pattern, NAMES)).toEqual(['softmax']);
});

test('no test that the pattern can match is left out, among titles that begin with a name of a formula', () => {
  for (const pattern of ['adam', '^adam', 'softmax obeys', 'softmax$', 'relu|adam obeys']) {
    const asked = askedFormulas(pattern, NAMES) ?? [];
    const matching = NAMES.filter((name) => new RegExp(pattern).test(`${name} obeys: a law`));
    expect(asked).toEqual(expect.arrayContaining(matching));
  }
});
