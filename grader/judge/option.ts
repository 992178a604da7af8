import { type Fields, isSameAs, type Parameter, type SameAs } from '../../properties/parameters/parameter.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';

/** What a caller may leave out: an argument with a default, or a field of the options that has one. */
export interface Option {
  name: string;
  parameter: Parameter;
  default: Value | SameAs;
  argument: number;
  /** the field of the options, or null if it is an argument of its own */
  field: string | null;
}

/** A change to an option before a formula is computed. */
export interface Change {
  option: Option;
  /** whatever is given, or only where nothing is */
  when: 'always' | 'absent';
  /** undefined: as if it were not given */
  value: Value;
}

const known = new WeakMap<Fields, readonly Option[]>();

/** The options of a formula that an exercise asks for, in their order. */
export function optionsOf(parameters: Fields): readonly Option[] {
  const before = known.get(parameters);
  if (before) return before;
  const found = Object.entries(parameters).flatMap(([name, parameter], argument) =>
    parameter.kind === 'options'
      ? Object.entries(parameter.fields).flatMap(([field, inner]) => optionOf(field, inner, argument, field))
      : optionOf(name, parameter, argument, null),
  );
  known.set(parameters, found);
  return found;
}

function optionOf(name: string, parameter: Parameter, argument: number, field: string | null): Option[] {
  const { default: value, extended } = parameter;
  return value === undefined || extended
    ? []
    : [{ name, parameter, default: value as Value | SameAs, argument, field }];
}

/** What is given for an option; undefined if nothing is. */
export function given(args: readonly Value[], { argument, field }: Option): Value {
  const value = args[argument];
  if (field === null) return value;
  return isRecord(value) ? value[field] : undefined;
}

/** The arguments with their options changed. */
export function changed(args: readonly Value[], changes: readonly Change[]): readonly Value[] {
  if (changes.length === 0) return args;
  const result = [...args];
  for (const { option, when, value } of changes) {
    if (when === 'absent' && given(args, option) !== undefined) continue;
    const { argument, field } = option;
    if (field === null) result[argument] = value;
    else {
      const { [field]: _, ...rest } = (result[argument] ?? {}) as { readonly [name: string]: Value };
      result[argument] = value === undefined ? rest : { ...rest, [field]: value };
    }
  }
  while (result.length > 0 && result.at(-1) === undefined) result.pop();
  return result;
}

/** Rates, weights and thresholds. */
const NUMBERS = [
  0.1, 0.01, 0.001, 1, 0.5, 0, 2, 0.05, 0.2, 0.3, 0.02, 0.005, 0.002, 3e-4, 1e-4, 1e-5, 10, 4, 5, 0.9, 0.25,
];

/** What is kept of a moving average, or let into it. */
const SHARES = [0.9, 0.99, 0.999, 0.1, 0.01, 0.001, 0.5, 0.95, 0.98, 0.8, 0.75, 0.25, 0.7, 0.6, 0.3, 0.2, 0, 0.9999];

/** What is added to keep a denominator from 0. */
const EPSILONS = [0, 1e-8, 1e-7, 1e-10, 1e-6, 1e-5, 1e-3, 1e-4, 1e-12, 1e-9, 1e-15, 1e-16, 1e-2, Number.EPSILON, 1];

/** All numbers of one or two digits that come into question, for a default that is none of the plausible ones. */
export function unusualValues({ name, parameter }: Option): readonly Value[] {
  if (parameter.kind !== 'number') return [];
  const { least = -Infinity, above = -Infinity, most = Infinity, below = Infinity } = parameter;
  const smallest = isEpsilon(name) ? -12 : -6;
  const all = Array.from({ length: 3 - smallest }, (_, k) => smallest + k).flatMap((exponent) =>
    Array.from({ length: 90 }, (_, k) => Number(`${k + 10}e${exponent - 1}`)),
  );
  return all.filter((x) => x >= least && x > above && x <= most && x < below);
}

export function isEpsilon(name: string): boolean {
  return name.startsWith('epsilon');
}

/** Values that people write for an option, other than its default. */
export function plausibleValues({ name, parameter, default: value }: Option): readonly Value[] {
  switch (parameter.kind) {
    case 'boolean':
      return [!value];
    case 'choice':
      return parameter.words.filter((word) => word !== value);
    case 'integer':
      return [0, 1, 2, 3, 4, 5, 8, 10, 16, 32, 64].filter((x) => x >= parameter.least && x !== value);
    case 'number': {
      const { least = -Infinity, above = -Infinity, most = Infinity, below = Infinity } = parameter;
      const isShare = most === 1 || below === 1;
      return (isEpsilon(name) ? EPSILONS : isShare ? SHARES : NUMBERS).filter(
        (x) => x >= least && x > above && x <= most && x < below && x !== value,
      );
    }
    case 'pair':
      return [
        [1, 1],
        [2, 2],
        [3, 3],
      ].filter((pair) => JSON.stringify(pair) !== JSON.stringify(value));
    default:
      return [];
  }
}

/** A value as a sentence shows it: `1e-7`, `'valid'`, `[1, 1]`, `that of window`. */
export function shown(value: Value | SameAs): string {
  if (isSameAs(value)) return `that of ${value.sameAs}`;
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  // 1e-5 as people write it, not 0.00001
  return typeof value === 'number' && value !== 0 && Math.abs(value) < 1e-3
    ? value.toExponential()
    : JSON.stringify(value);
}
