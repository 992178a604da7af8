import type { Entry } from '../../properties/entry/entry.ts';
import type { Fields } from '../../properties/parameters/parameter.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import { matrix, tensor, vector } from '../../reference/ndarray.ts';
import { docstringOf, examplesOf } from './docstring.ts';
import { evaluate } from './example.ts';

/** The first example of a docstring is shown under the signature: it takes nothing that is beyond the exercise. */
export function checkPlainExample(
  { id, parameters }: Pick<Entry, 'id' | 'parameters'>,
  path: string,
  text: string,
  module: Readonly<Record<string, unknown>>,
): string[] {
  const [first] = examplesOf(docstringOf(path, text, id)?.tags ?? [], id).flat();
  if (!first) return [];
  let args: readonly Value[] = [];
  const recorded = (...given: Value[]): object => {
    args = given;
    // The example may go on to a part of the result.
    return {};
  };
  evaluate(first.call, { ...module, matrix, vector, tensor, [id]: recorded }, first.setup);
  const given = Object.fromEntries(Object.keys(parameters).map((name, i) => [name, args[i]]));
  return furtherIn(parameters, given).map(
    (name) => `the @example takes ${name}, which is beyond the exercise: show the plain form first`,
  );
}

function furtherIn(fields: Fields, values: Readonly<Record<string, Value>>, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, parameter]) => {
    const value = values[name];
    if (value === undefined) return [];
    if (parameter.extended) return [`${prefix}${name}`];
    const isNested = parameter.kind === 'record' || parameter.kind === 'options';
    return isNested && isRecord(value) ? furtherIn(parameter.fields, value, `${prefix}${name}.`) : [];
  });
}
