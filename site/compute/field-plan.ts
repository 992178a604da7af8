import { type Fields, isSameAs, mayBeAbsent, type Parameter } from '../../properties/parameters/parameter.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import { described } from '../../reference/ndarray.ts';
import type { Read } from './read-text.ts';

/** One field of the form: a parameter, or a field of one that is a record. */
export interface Planned {
  /** the parameter that it belongs to */
  argument: string;
  /** which field of it, if that is a record */
  member: string | null;
  parameter: Parameter;
  /** what a record lacks the formula itself judges: some take these fields or those */
  mayBeEmpty: boolean;
}

/** A parameter with its fields: one, or those of a record. */
export interface Group {
  argument: string;
  parameter: Parameter;
  fields: readonly Planned[];
}

/** The fields for the parameters of a formula. What is nested deeper than a record of values is typed as JSON. */
export function planFields(parameters: Fields): Group[] {
  return Object.entries(parameters).map(([argument, parameter]) => {
    const members =
      parameter.kind === 'options' || parameter.kind === 'record' ? Object.entries(parameter.fields) : null;
    const fields = members?.map(([member, of]) => ({ argument, member, parameter: of, mayBeEmpty: true })) ?? [
      { argument, member: null, parameter, mayBeEmpty: mayBeAbsent(parameter) },
    ];
    return { argument, parameter, fields };
  });
}

/** What a field is called in messages: `logits`, `options.axis`. */
export function nameOfField({ argument, member }: Planned): string {
  return member === null ? argument : `${argument}.${member}`;
}

/** The values of the fields of a group for an argument. @throws {TypeError} a record is expected, and this is none */
export function valuesOfFields({ argument, parameter, fields }: Group, value: Value): Value[] {
  if (parameter.kind !== 'options' && parameter.kind !== 'record') return [value];
  if (value !== undefined && !isRecord(value)) {
    throw new TypeError(`${argument}: expected an object, got ${described(value)}`);
  }
  const stray = Object.keys(value ?? {}).find((key) => !fields.some(({ member }) => member === key));
  if (stray !== undefined) throw new TypeError(`${argument}: there is no field ${JSON.stringify(stray.slice(0, 40))}`);
  return fields.map(({ member }) => value?.[member ?? '']);
}

/** The arguments that the fields hold, in the order of the groups; the first error if there is one. */
export function argumentsOf(
  groups: readonly Group[],
  read: (field: Planned) => Read,
): { args: Value[] } | { error: string; field: Planned } {
  const args: Value[] = [];
  for (const group of groups) {
    const values: Value[] = [];
    for (const field of group.fields) {
      const got = read(field);
      if ('error' in got) return { error: got.error, field };
      values.push(got.value);
    }
    args.push(joined(group, values));
  }
  while (args.length > 0 && args.at(-1) === undefined) args.pop();
  return { args: args.map((value, i) => (value === undefined ? defaultOf(groups[i]?.parameter) : value)) };
}

function joined({ parameter, fields }: Group, values: readonly Value[]): Value {
  if (parameter.kind !== 'options' && parameter.kind !== 'record') return values[0];
  const given = fields.flatMap(({ member }, i) => (values[i] === undefined ? [] : [[member, values[i]] as const]));
  return given.length === 0 && mayBeAbsent(parameter) ? undefined : Object.fromEntries(given);
}

/** JSON has no word for an argument that is absent before another one: its default says the same. */
function defaultOf(parameter: Parameter | undefined): Value {
  const value = parameter?.default;
  return value === undefined || isSameAs(value) ? undefined : value;
}

/** The field that an error of the reference speaks of, by the name at its beginning; null if it names none. */
export function blamed(groups: readonly Group[], message: string): Planned | null {
  const [, first, second] = /^([A-Za-z_]\w*)(?:\[\d+\])*(?:\.(\w+))?/.exec(message) ?? [];
  if (first === undefined) return null;
  const all = groups.flatMap(({ fields }) => fields);
  return (
    all.find(({ argument, member }) => argument === first && member === (second ?? null)) ??
    all.find(({ argument }) => argument === first) ??
    all.find(({ member }) => member === first) ??
    null
  );
}
