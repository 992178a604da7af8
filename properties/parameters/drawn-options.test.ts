import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnOptions } from './drawn-options.ts';
import { optionCases } from './option-cases.ts';
import * as is from './parameter.ts';

/** The values of one option over many draws, each once. */
function valuesOf<F extends is.Fields>(parameter: is.OptionsParameter<F>, name: keyof F): Set<unknown> {
  return new Set(fc.sample(drawnOptions(parameter), { numRuns: 500, seed: 1 }).map((options) => options?.[name]));
}

test.each<[string, is.Parameter, unknown[]]>([
  ['the listed values', is.number({ default: 9, drawn: [0, 0.5] }), [0, 0.5]],
  ['what an arbitrary draws', is.integer(0, { default: 9, drawn: fc.integer({ min: 3, max: 4 }) }), [3, 4]],
  ['false and true of a boolean', is.boolean({ default: false }), [false, true]],
  ['the words of a choice', is.choice(['same', 'valid'], { default: 'same' }), ['same', 'valid']],
  ['the listed words alone', is.choice(['same', 'valid', 'full'], { default: 'same', drawn: ['full'] }), ['full']],
])('draws %s, or leaves the option out', (_, option, expected) => {
  expect(valuesOf(is.options({ option }), 'option')).toEqual(new Set([undefined, ...expected]));
});

test('draws records that are absent, empty, partial and complete, each often', () => {
  const options = is.options({ rate: is.number({ default: 9, drawn: [1] }), inside: is.boolean({ default: false }) });
  const drawn = fc.sample(drawnOptions(options), { numRuns: 1000, seed: 1 });
  for (const [name, holds] of Object.entries(optionCases({ options }))) {
    expect(drawn.filter((each) => holds(each)).length, name).toBeGreaterThan(100);
  }
});

test('leaves out what is beyond the contract', () => {
  const axis = is.integer(0, { default: 0, extended: true, drawn: [1] });
  expect(valuesOf(is.options({ axis, inside: is.boolean({ default: false }) }), 'axis')).toEqual(new Set([undefined]));
});

test('refuses an option of which it is not said what to draw', () => {
  const options = is.options({ rate: is.number({ default: 1 }) });
  expect(() => drawnOptions(options)).toThrow('options.rate: say what is drawn for it');
});
