import fc from 'fast-check';
import type { Entry } from '../entry/entry.ts';
import type { Kind } from '../values/codec.ts';
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

/** A part of the arguments, with what the parameters say of it. */
interface Site {
  path: Path;
  /** 'element' is a number of an array, 'count' one that must be whole */
  kind: Kind | 'element' | 'count';
  value: Value;
}

/** One kind of damage, at every place of the arguments where it can be done. */
type Family = (args: Named, sites: readonly Site[], entry: Entry) => (() => Damage)[];

/** Numbers that count something, and so are whole and bounded from below. */
const COUNTS: ReadonlySet<string> = new Set(
  [
    ['n', 'step', 'index', 'depth', 'value', 'bits', 'batchSize', 'size', 'kernel', 'fanIn', 'fanOut', 'state.t'],
    ['axis', 'batchSize', 'dilation', 'steps', 'stride'].map((name) => `options.${name}`),
    ['before', 'after', 'top', 'bottom', 'left', 'right'].map((side) => `options.padding.${side}`),
  ].flat(),
);

/** Counts that some running-error form goes through one by one. */
const SLOW: ReadonlySet<string> = new Set(
  [
    ['size', 'kernel', 'options.stride', 'options.dilation', 'options.padding.before', 'options.padding.after'],
    ['window', 'dilations'].flatMap((name) => [`options.${name}.0`, `options.${name}.1`]),
  ].flat(),
);

/**
 * Legal arguments of a formula, damaged in one place. What can be broken follows from the structure of the values and
 * the kinds of the parameters alone, so that one text damages the input of every formula.
 */
export function damaged(entry: Entry): fc.Arbitrary<[Damage]> {
  const legal = (entry.extended ? fc.oneof(entry.inputs, entry.extended) : entry.inputs) as fc.Arbitrary<Value[]>;
  const choice = fc.noBias(fc.integer({ min: 0, max: 2 ** 20 }));
  return fc.tuple(legal, choice, choice).map(([drawn, which, where]): [Damage] => {
    const names = Object.keys(entry.parameters);
    const args: Named = Object.fromEntries(drawn.map((value, i) => [names[i], value]));
    const sites = Object.entries(args).flatMap(([name, value]) => {
      return sitesWithin(entry.parameters[name] as Kind, value, [name]);
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
    const rows = kind === 'numbers' ? [[]] : rowsOf(value).filter((row) => row.length > 0);
    return (kind === 'numbers' || rows.length > 1 ? rows : []).flatMap((row) => {
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
        ...broken(args, String(value), path, () => value, kind === 'count')(),
        nonFinite: { path, value, legal: Object.values(args) },
      })),
    );

const wrongCount: Family = (args, sites) =>
  sites
    .filter(({ kind }) => kind === 'count')
    .flatMap(({ path, value }) => {
      const bad = [-(2 ** 40), (value as number) + 0.5, 2 ** 53, 1e300];
      const name = path.join('.');
      const large = name === 'options.steps' ? [] : SLOW.has(name) ? [2 ** 8] : [2 ** 31, 2 ** 40];
      const unusual = [-1, 0, ...large];
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
    .flatMap(({ path, kind, value }) => {
      const mayBe = kind === 'vector' || kind === 'tensor' || Array.isArray(kind);
      const hollow = broken(args, 'rows without entries', path, () => resized(value, -1, 0), kind !== 'tensor');
      return [
        broken(args, 'empty', path, () => [], !mayBe),
        ...(typeof kind === 'string' && shapeOf(value).length > 1 ? [hollow] : []),
      ];
    });

const wrongKind: Family = (args, sites) =>
  sites.flatMap(({ path, kind, value }) =>
    [null, undefined, '1', 1, true, [], {}]
      .filter((other) => !alike(kind, value, other))
      .map((other) => {
        const noOptions = path.join('.') === 'options' && isRecord(other);
        const refused = other === undefined ? isRequired(kind, path) : !noOptions && kind !== 'tensor';
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
      refused: dropped.some(({ kind, path }) => isRequired(kind, path)),
    };
  }),
  ...sites
    .filter(({ path }) => path.length > 1 && typeof path.at(-1) === 'string')
    .map(({ path, kind }) => (): Damage => {
      const what = `without ${path.join('.')}`;
      return { what, args: Object.values(withoutKey(args, path) as Named), refused: isRequired(kind, path) };
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
    .filter((site) => isArray(site) && site.kind !== 'numbers')
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
function sitesWithin(kind: Site['kind'], value: Value, path: Path): Site[] {
  if (value === undefined) return [];
  const own: Site = { path, kind: COUNTS.has(path.join('.')) ? 'count' : kind, value };
  if (Array.isArray(value)) {
    const inner = Array.isArray(kind) ? (kind[0] as Kind) : kind === 'numbers' ? 'count' : 'element';
    return [own, ...value.flatMap((item, i) => sitesWithin(inner, item, [...path, i]))];
  }
  if (isRecord(value)) {
    const fields = isRecord(kind) ? (kind as { readonly [field: string]: Kind }) : {};
    return [
      own,
      ...Object.entries(value).flatMap(([key, item]) => sitesWithin(fields[key] ?? 'number', item, [...path, key])),
    ];
  }
  return [own];
}

/** Whether a site is a whole array of numbers, of a known rank or of any. */
function isArray({ kind, value }: Site): boolean {
  return Array.isArray(value) && typeof kind === 'string' && kind !== 'element' && kind !== 'count';
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

/** Whether a part of the arguments cannot be left out: an array or a record that is no option. */
function isRequired(kind: Site['kind'], path: Path): boolean {
  if (path[0] === 'options') return false;
  return kind === 'element' || (kind !== 'number' && kind !== 'boolean' && kind !== 'string' && kind !== 'count');
}
