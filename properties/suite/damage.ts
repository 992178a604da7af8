import fc from 'fast-check';
import type { Entry } from '../entry/entry.ts';
import { mayBeAbsent, type Parameter, RANKS } from '../parameters/parameter.ts';
import { replacedAt, resized, rowsOf, shapeOf, valueAt, withoutKey } from '../values/nested.ts';
import { isRecord, type Path, type Value } from '../values/value.ts';

/** The arguments of a call by the names of the parameters, in their order. */
export type Named = { readonly [parameter: string]: Value };

/** A legal argument list with one thing broken in it. */
export interface Damage {
  /** what was done and where, for the message of a failure */
  what: string;
  args: readonly Value[];
  /** whether nothing but an error is right: a rank, a row, a count or a kind is wrong */
  refused: boolean;
  /** whether the rank is another one than the running-error form is stated for */
  ofAnyRank?: boolean;
  /** where a number that is not finite was put in */
  nonFinite?: { path: Path; value: number; legal: readonly Value[] };
}

/** A part of the arguments, with what the parameters say of it; an entry of an array is of the kind 'element'. */
interface Site {
  path: Path;
  kind: Parameter['kind'] | 'element';
  value: Value;
  /** it cannot be left out */
  required: boolean;
  /** the largest count that is tried */
  mostTried?: number | undefined;
  mayBeEmpty?: boolean | undefined;
}

/** One kind of damage, at every place of the arguments where it can be done. */
type Family = (args: Named, sites: readonly Site[], entry: Entry) => (() => Damage)[];

/**
 * Legal arguments of a formula, damaged in one place. What can be broken follows from the structure of the values and
 * the parameters alone, so that one text damages the input of every formula.
 */
export function damaged(entry: Entry): fc.Arbitrary<[Damage]> {
  const legal = (entry.extended ? fc.oneof(entry.inputs, entry.extended) : entry.inputs) as fc.Arbitrary<Value[]>;
  const choice = fc.noBias(fc.integer({ min: 0, max: 2 ** 20 }));
  return fc.tuple(legal, choice, choice).map(([drawn, which, where]): [Damage] => {
    const names = Object.keys(entry.parameters);
    const args: Named = Object.fromEntries(drawn.map((value, i) => [names[i], value]));
    const sites = Object.entries(entry.parameters).flatMap(([name, parameter]) => {
      return sitesWithin(parameter, args[name], [name], !mayBeAbsent(parameter));
    });
    const possible = FAMILIES.map((family) => family(args, sites, entry)).filter((list) => list.length > 0);
    const family = possible[which % possible.length] as (() => Damage)[];
    return [(family[where % family.length] as () => Damage)()];
  });
}

const wrongRank: Family = (args, sites) =>
  sites.filter(isArray).flatMap(({ path, kind, value }) => {
    const inner = (value as readonly Value[])[0];
    const refused = kind !== 'tensor';
    return [
      broken(args, 'one axis more', path, () => [value], refused),
      broken(args, 'one axis less', path, () => inner, refused || inner === undefined),
    ].map((damage) => () => ({ ...damage(), ofAnyRank: !refused }));
  });

const ragged: Family = (args, sites) =>
  sites.filter(isArray).flatMap(({ path, kind, value }) => {
    // A pair of strides has no rows; an entry more or less is as bad there.
    const rows = kind === 'pair' ? [[]] : rowsOf(value).filter((row) => row.length > 0);
    return (kind === 'pair' || rows.length > 1 ? rows : []).flatMap((row) => {
      const list = valueAt(value, row) as readonly Value[];
      return [
        broken(args, 'an entry more', [...path, ...row], () => [...list, list[0] ?? 1], true),
        broken(args, 'an entry less', [...path, ...row], () => list.slice(1), true),
      ];
    });
  });

const nonFinite: Family = (args, sites) =>
  sites
    .filter(({ value }) => typeof value === 'number')
    .flatMap(({ path, kind }) =>
      [Number.NaN, Infinity, -Infinity].map((value) => () => ({
        ...broken(args, String(value), path, () => value, kind === 'integer')(),
        nonFinite: { path, value, legal: Object.values(args) },
      })),
    );

const wrongCount: Family = (args, sites) =>
  sites
    .filter(({ kind, value }) => kind === 'integer' && typeof value === 'number')
    .flatMap(({ path, value, mostTried }) => {
      const bad = [-(2 ** 40), (value as number) + 0.5, 2 ** 53, 1e300];
      const unusual = [-1, 0, ...(mostTried === undefined ? [2 ** 31, 2 ** 40] : [mostTried])];
      return [
        ...bad.map((count) => broken(args, String(count), path, () => count, true)),
        ...unusual.map((count) => broken(args, String(count), path, () => count, false)),
      ];
    });

const unusualNumber: Family = (args, sites) =>
  sites
    .filter(({ kind, value }) => kind === 'number' && typeof value === 'number')
    .flatMap(({ path }) =>
      [-1, 0, 0.5, 2, 1e300, -1e300, Number.MIN_VALUE].map((x) => broken(args, String(x), path, () => x, false)),
    );

const empty: Family = (args, sites) =>
  sites
    .filter(({ value }) => Array.isArray(value))
    .flatMap(({ path, kind, value, mayBeEmpty }) => {
      const mayBe = mayBeEmpty === true || kind === 'vector' || kind === 'tensor' || kind === 'list';
      const hollow = broken(args, 'rows without entries', path, () => resized(value, -1, 0), kind !== 'tensor');
      return [
        broken(args, 'empty', path, () => [], !mayBe),
        ...(kind !== 'list' && shapeOf(value).length > 1 ? [hollow] : []),
      ];
    });

const wrongKind: Family = (args, sites) =>
  sites.flatMap(({ path, kind, value, required }) =>
    [null, undefined, '1', 1, true, [], {}]
      .filter((other) => !alike(kind, value, other))
      .map((other) => {
        const noOptions = path.join('.') === 'options' && isRecord(other);
        const refused = other === undefined ? required : !noOptions && kind !== 'tensor';
        const shown = other === undefined ? 'undefined' : JSON.stringify(other);
        return broken(args, shown, path, () => other, refused || typeof other === 'string');
      }),
  );

const missing: Family = (args, sites) => [
  ...Object.keys(args).map((_, count) => (): Damage => {
    const dropped = sites.filter(
      ({ path }) => path.length === 1 && Object.keys(args).indexOf(path[0] as string) >= count,
    );
    const kept = Object.values(args).slice(0, count);
    return {
      what: `only ${count} arguments`,
      args: kept,
      refused: dropped.some(({ required }) => required),
    };
  }),
  ...sites
    .filter(({ path }) => path.length > 1 && typeof path.at(-1) === 'string')
    .map(({ path, required }) => (): Damage => {
      const what = `without ${path.join('.')}`;
      return { what, args: Object.values(withoutKey(args, path) as Named), refused: required };
    }),
];

const unknownOption: Family = (args, _, { parameters }) => {
  const isNext = Object.keys(parameters)[Object.keys(args).length] === 'options';
  if (!isNext && args['options'] === undefined) return [];
  const options = { ...(args['options'] as Named | undefined), learning_rate: 1 };
  return [broken({ ...args, options }, 'an option that nobody knows', ['options'], () => options, true)];
};

const anotherSize: Family = (args, sites) =>
  sites
    .filter((site) => isArray(site) && site.kind !== 'pair')
    .flatMap(({ path, value }) =>
      shapeOf(value).flatMap((length, axis) =>
        [length + 1, length - 1].map((other) =>
          broken(args, `${other} for ${length} along axis ${axis}`, path, () => resized(value, axis, other), false),
        ),
      ),
    );

const FAMILIES: readonly Family[] = [
  wrongRank,
  ragged,
  nonFinite,
  wrongCount,
  unusualNumber,
  empty,
  wrongKind,
  missing,
  unknownOption,
  anotherSize,
];

function broken(args: Named, what: string, path: Path, by: () => Value, refused: boolean): () => Damage {
  return () => ({
    what: `${what} at ${path.join('.')}`,
    args: Object.values(replacedAt(args, path, by()) as Named),
    refused,
  });
}

/** A value and everything in it, down to the numbers. */
function sitesWithin(parameter: Parameter, value: Value, path: Path, required: boolean): Site[] {
  if (value === undefined) return [];
  const { kind } = parameter;
  const own: Site = {
    path,
    kind,
    value,
    required:
      required &&
      kind !== 'number' &&
      kind !== 'integer' &&
      kind !== 'boolean' &&
      kind !== 'choice' &&
      kind !== 'string',
    mostTried: kind === 'integer' ? parameter.mostTried : undefined,
    mayBeEmpty: 'mayBeEmpty' in parameter ? parameter.mayBeEmpty : undefined,
  };
  if (kind === 'list' && Array.isArray(value)) {
    return [own, ...value.flatMap((item, i) => sitesWithin(parameter.of, item, [...path, i], true))];
  }
  if (kind === 'pair' && Array.isArray(value)) {
    const { least, mostTried } = parameter;
    const count: Parameter = { kind: 'integer', least, ...(mostTried === undefined ? {} : { mostTried }) };
    return [own, ...value.flatMap((item, i) => sitesWithin(count, item, [...path, i], true))];
  }
  const fields = fieldsOf(parameter, value);
  if (fields !== null && isRecord(value)) {
    return [
      own,
      ...Object.entries(value).flatMap(([key, item]) => {
        const field = fields[key];
        return field === undefined ? [] : sitesWithin(field, item, [...path, key], !mayBeAbsent(field));
      }),
    ];
  }
  return Array.isArray(value) ? [own, ...elementsWithin(value, path)] : [own];
}

/** The fields of a record, or of what may stand in the place of a word. */
function fieldsOf(parameter: Parameter, value: Value): Readonly<Record<string, Parameter>> | null {
  if (parameter.kind === 'record' || parameter.kind === 'options') return parameter.fields;
  return parameter.kind === 'choice' && isRecord(value) ? (parameter.orRecord?.fields ?? null) : null;
}

function elementsWithin(value: readonly Value[], path: Path): Site[] {
  return value.flatMap((item, i): Site[] => {
    const own: Site = { path: [...path, i], kind: 'element', value: item, required: true };
    return Array.isArray(item) ? [own, ...elementsWithin(item, own.path)] : [own];
  });
}

/** Whether a site is a whole array of numbers, of a known rank or of any. */
function isArray({ kind, value }: Site): boolean {
  return Array.isArray(value) && (kind in RANKS || kind === 'tensor' || kind === 'pair');
}

/** Whether two values are of one kind as far as a formula cares: the other one would be legal, or is judged elsewhere. */
function alike(kind: Site['kind'], value: Value, other: Value): boolean {
  if (kind === 'tensor' && typeof other === 'number') return true;
  // A number for the only row of an array of any rank makes a vector.
  if (kind === 'element' && Array.isArray(value) && typeof other === 'number') return true;
  if (Array.isArray(value) || Array.isArray(other)) return Array.isArray(value) && Array.isArray(other);
  if (value === null || other === null) return value === other;
  return typeof value === typeof other;
}
