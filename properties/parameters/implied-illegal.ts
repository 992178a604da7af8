import { replacedAt, valueAt, withoutKey } from '../values/nested.ts';
import { isRecord, type Path, shownPath, type Value } from '../values/value.ts';
import {
  type ArrayParameter,
  type Fields,
  type IntegerParameter,
  mayBeAbsent,
  type PairParameter,
  type Parameter,
  RANKS,
  type Range,
  type TensorParameter,
} from './parameter.ts';

/** Input that must be refused. */
export interface Illegal {
  args: readonly unknown[];
  /** what the message must name: the argument */
  names: string;
}

/** Something wrong that can be put in the place of a legal value. */
interface Wrong {
  what: string;
  value: Value;
  /** the part of the value that the message must name: `[1]` */
  at?: string;
}

/**
 * The illegal inputs that follow from what the parameters say: another kind, another rank, a number out of its range, a
 * word that is not one of the choices, a field that is missing, an unknown option. Each is the only fault in
 * otherwise legal arguments. Names are `options.epsilon: below 0`.
 */
export function impliedIllegal(parameters: Fields, legal: readonly Value[]): Record<string, Illegal> {
  const named = Object.fromEntries(Object.keys(parameters).map((name, i) => [name, legal[i]]));
  const found: Record<string, Illegal> = {};
  const add = (path: Path, { what, value, at = '' }: Wrong): void => {
    const where = shownPath(path).slice(1);
    const args = Object.values(withPart(named, path, value));
    while (args.length > 0 && args.at(-1) === undefined) args.pop();
    found[`${where}${at}: ${what}`] = { args, names: `${where}${at}` };
  };
  for (const [name, parameter] of Object.entries(parameters)) {
    visit(parameter, [name], named[name], add);
  }
  const required = Object.entries(parameters).findLastIndex(
    ([, parameter]) => !mayBeAbsent(parameter) && parameter.kind !== 'number' && parameter.kind !== 'integer',
  );
  const name = Object.keys(parameters)[required];
  if (name !== undefined) found[`${name}: absent`] = { args: legal.slice(0, required), names: name };
  return found;
}

type Add = (path: Path, wrong: Wrong) => void;

function visit(parameter: Parameter, path: Path, value: Value, add: Add): void {
  for (const wrong of wrongFor(parameter, value)) add(path, wrong);
  if (parameter.kind === 'list' && Array.isArray(value) && value.length > 0) {
    visit(parameter.of, [...path, 0], value[0], add);
  }
  if (parameter.kind !== 'record' && parameter.kind !== 'options') return;
  const given = isRecord(value) ? value : {};
  for (const [name, field] of Object.entries(parameter.fields)) {
    visit(field, [...path, name], given[name], add);
    if (!mayBeAbsent(field)) add([...path, name], { what: 'missing', value: undefined });
  }
  if (parameter.kind === 'options') add([...path, 'nonsense'], { what: 'unknown', value: 1 });
}

function wrongFor(parameter: Parameter, value: Value): Wrong[] {
  switch (parameter.kind) {
    case 'number':
      return [{ what: 'a text', value: '1' }, ...outOf(parameter), ...(parameter.nonFinite ? [] : notFinite())];
    case 'integer':
      return [{ what: 'a text', value: '1' }, ...notInteger(parameter), ...notFinite()];
    case 'boolean':
      return [
        { what: 'a number', value: 1 },
        { what: 'a text', value: 'true' },
      ];
    case 'choice':
      return [
        { what: 'another word', value: 'nonsense' },
        { what: 'null', value: null },
      ];
    case 'string':
      return [{ what: 'a number', value: 1 }, ...(parameter.token ? notToken() : [])];
    case 'pair':
      return notPair(parameter);
    case 'tensor':
      return notTensor(parameter, value);
    case 'list':
      return [{ what: 'a number', value: 1 }, ...(parameter.mayBeEmpty ? [] : [{ what: 'empty', value: [] }])];
    case 'record':
      return [{ what: 'an array', value: [1] }];
    case 'options':
      return [
        { what: 'an array', value: [1] },
        { what: 'a number', value: 1 },
        { what: 'null', value: null },
      ];
    default:
      return notArray(parameter, value);
  }
}

function notFinite(): Wrong[] {
  return [
    { what: 'NaN', value: Number.NaN },
    { what: 'infinite', value: Infinity },
  ];
}

/** What no word of a text may be; NaN and the infinities are read as numbers from JSON. */
function notToken(): Wrong[] {
  return [
    { what: 'empty', value: '' },
    { what: 'with white space', value: 'two words' },
    { what: 'NaN', value: 'NaN' },
    { what: 'infinite', value: '-Infinity' },
  ];
}

/** Numbers on the wrong side of each bound. */
function outOf({ least, above, most, below, endsOnly }: Range): Wrong[] {
  return [
    ...(least === undefined ? [] : [{ what: `below ${least}`, value: least - 0.5 }]),
    ...(above === undefined ? [] : [{ what: `not above ${above}`, value: above }]),
    ...(most === undefined ? [] : [{ what: `above ${most}`, value: most + 0.5 }]),
    ...(endsOnly && least !== undefined && most !== undefined
      ? [{ what: `neither ${least} nor ${most}`, value: (least + most) / 2 }]
      : []),
    ...(below === undefined ? [] : [{ what: `not below ${below}`, value: below }]),
  ];
}

function notInteger({ least, most }: Pick<IntegerParameter, 'least' | 'most'>): Wrong[] {
  return [
    { what: 'not whole', value: least + 0.5 },
    { what: `below ${least}`, value: least - 1 },
    ...(most === undefined ? [] : [{ what: `above ${most}`, value: most + 1 }]),
  ];
}

function notPair({ least }: PairParameter): Wrong[] {
  return [
    { what: 'one number', value: least },
    { what: 'three numbers', value: [least, least, least] },
    { what: `below ${least}`, value: [least, least - 1], at: '[1]' },
    { what: 'not whole', value: [least + 0.5, least], at: '[0]' },
  ];
}

function notArray(parameter: ArrayParameter, value: Value): Wrong[] {
  if (!Array.isArray(value) || value.length === 0) return [];
  const rank = RANKS[parameter.kind];
  return [
    { what: 'a number', value: 1 },
    { what: 'one axis more', value: [value] },
    ...(rank > 1
      ? [
          { what: 'one axis less', value: value[0] },
          { what: 'ragged', value: ragged(value) },
        ]
      : []),
    { what: 'a text among its numbers', value: withFirstNumber(value, '1') },
    ...(parameter.mayBeEmpty ? [] : [{ what: 'empty', value: [] }]),
    ...(rank > 1 ? [{ what: 'rows without entries', value: emptied(value) }] : []),
    ...elementsOutOf(parameter.element, value),
  ];
}

function notTensor(parameter: TensorParameter, value: Value): Wrong[] {
  const array = Array.isArray(value) && value.length > 0 ? value : [[1, 2]];
  return [
    { what: 'a text', value: '1' },
    { what: 'a text among its numbers', value: withFirstNumber(array, '1') },
    { what: 'ragged', value: [[1, 2], [3]] },
    ...elementsOutOf(parameter.element, array),
  ];
}

function elementsOutOf(range: Range | undefined, value: Value): Wrong[] {
  return range === undefined
    ? []
    : outOf(range).map(({ what, value: x }) => ({ what: `an entry ${what}`, value: withFirstNumber(value, x) }));
}

/** Nested arrays whose innermost lists hold nothing. */
function emptied(value: Value): Value {
  if (!Array.isArray(value)) return value;
  return value.some(Array.isArray) ? value.map(emptied) : [];
}

/** The same rows and one more, which is longer. */
function ragged(value: readonly Value[]): Value {
  const [first] = value;
  return Array.isArray(first) ? [...value, [...first, first[0]]] : value;
}

function withFirstNumber(value: Value, x: Value): Value {
  return Array.isArray(value) ? [withFirstNumber(value[0], x), ...value.slice(1)] : x;
}

/** The arguments with another part at a path, whose records are made where they are absent; undefined takes a key out. */
function withPart(
  named: { readonly [name: string]: Value },
  path: Path,
  part: Value,
): { readonly [name: string]: Value } {
  const filled = path.slice(1).reduce<Value>((whole, _, depth) => {
    const above = path.slice(0, depth + 1);
    return valueAt(whole, above) === undefined ? replacedAt(whole, above, {}) : whole;
  }, named);
  const changed = part === undefined ? withoutKey(filled, path) : replacedAt(filled, path, part);
  return isRecord(changed) ? changed : named;
}
