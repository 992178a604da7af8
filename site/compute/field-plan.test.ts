import { describe, expect, test } from 'vitest';
import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import { loadEntries } from '../../properties/entry/entries.ts';
import { plain } from '../../properties/entry/subject.ts';
import * as is from '../../properties/parameters/parameter.ts';
import type { Value } from '../../properties/values/value.ts';
import { argumentsOf, blamed, nameOfField, planFields, valuesOfFields } from './field-plan.ts';
import { readText } from './read-text.ts';
import { writtenValue } from './written-value.ts';

const entries = await loadEntries();

/** Arguments as they are after somebody saw them in the fields. */
function retyped(parameters: is.Fields, args: readonly Value[]): readonly Value[] {
  const groups = planFields(parameters);
  const texts = new Map(
    groups.flatMap((group, i) => {
      const values = valuesOfFields(group, args[i]);
      return group.fields.map((field, k) => [field, values[k]] as const);
    }),
  );
  const read = argumentsOf(groups, (field) => {
    const value = texts.get(field);
    const isText = field.parameter.kind === 'string' && typeof value === 'string';
    return readText(nameOfField(field), field.parameter, isText ? value : writtenValue(value), field.mayBeEmpty);
  });
  if ('error' in read) throw new Error(read.error);
  return read.args;
}

describe.each(entries)('$path', ({ entry }) => {
  test('has fields that hold each of its worked examples and edges', () => {
    const compute = plain(entry, entry.reference);
    const known = entry.worked.map(({ name, args }) => [name, args as readonly Value[]] as const);
    for (const [name, args] of [...known, ...Object.entries(entry.edges)]) {
      const again = retyped(entry.parameters, args);
      expect(exactJson(compute(again)), name).toBe(exactJson(compute(args)));
    }
  });
});

test('a record that is none, and a field that a record does not have, are named', () => {
  const [group] = planFields({ options: is.options({ axis: is.integer(0, { default: 0 }) }) });
  if (!group) throw new Error('no group');
  expect(() => valuesOfFields(group, 3)).toThrow('options: expected an object, got the number 3');
  expect(() => valuesOfFields(group, { axes: 1 })).toThrow('options: there is no field "axes"');
});

test('what is absent before what is given has its default', () => {
  const groups = planFields({
    reduction: is.choice(['mean', 'sum'], { default: 'mean' }),
    scale: is.number({ default: 2 }),
  });
  const read = argumentsOf(groups, ({ argument }) => ({ value: argument === 'scale' ? 5 : undefined }));
  expect(read).toEqual({ args: ['mean', 5] });
});

test.each([
  ['logits[1]: expected 2 entries', 'logits'],
  ['state.h: expected a matrix', 'state.h'],
  ['state.h[0]: expected a matrix', 'state.h'],
  ['state: expected an object', 'state.h'],
  ['axis: expected a whole number', 'options.axis'],
  ['expected at most 2 arguments', null],
])('of %s the field %s is to blame', (message, name) => {
  const groups = planFields({
    logits: is.matrix(),
    state: is.record({ h: is.matrix(), c: is.matrix() }),
    options: is.options({ axis: is.integer(0) }),
  });
  const found = blamed(groups, message);
  expect(found && nameOfField(found)).toBe(name);
});
