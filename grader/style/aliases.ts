import type { Fields, Parameter } from '../../properties/parameters/parameter.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Probe, Variant } from './probe.ts';

/** A field or an option that a submission reads under a name of its own. */
export interface Alias {
  field: string;
  read: string;
  /** where it is read, as `ada.ts:12` */
  places: readonly string[];
  what: 'option' | 'field';
}

/** A record of the parameters, known by the names of its fields. */
interface Level {
  fields: readonly string[];
  what: Alias['what'];
}

/** More names than these are not tried: each try is a few calls. */
const MOST_NAMES = 16;

/** Names from other libraries and books, to be tried together with misspelt ones. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  learningRate: ['lr', 'eta', 'alpha', 'rate', 'stepSize'],
  epsilon: ['eps'],
  beta1: ['b1'],
  beta2: ['b2'],
  gamma: ['momentum', 'beta', 'mu'],
  rho: ['decay', 'beta', 'alpha', 'gamma'],
  t: ['step', 'steps', 'iteration', 'iterations'],
  theta: ['params', 'parameters', 'weights', 'w'],
  w: ['weights', 'weight', 'kernel', 'W'],
  b: ['bias', 'biases'],
  window: ['poolSize', 'kernelSize', 'size'],
  strides: ['stride'],
  dilations: ['dilation', 'dilationRate'],
  padding: ['pad'],
};

/**
 * Fields and options that are read under other names: with the values given under those names too, wrong answers become
 * right and no right one wrong.
 */
export function aliasesOf(parameters: Fields, read: ReadonlyMap<string, readonly string[]>, probe: Probe): Alias[] {
  const levels = levelsOf(parameters);
  const declared = new Set(levels.flatMap(({ fields }) => fields));
  const strange = [...read.keys()].filter((name) => !declared.has(name)).slice(0, MOST_NAMES);
  const aliasOf = (field: string, name: string, what: Alias['what']): Alias => ({
    field,
    read: name,
    places: read.get(name) ?? [],
    what,
  });
  const righted = (aliases: readonly Alias[]): number => {
    if (aliases.length === 0) return 0;
    const effect = probe.effectOf(variantOf(parameters, aliases));
    return effect.spoilt > 0 ? 0 : effect.righted;
  };
  // All likely ones together, since a call that reads two fails until both are given; then those that do nothing go.
  const likely = levels.flatMap(({ fields, what }) =>
    fields.flatMap((field) => likelyNames(field, fields, strange, read).map((name) => aliasOf(field, name, what))),
  );
  let found: Alias[] = righted(likely) > 0 ? likely : [];
  for (const alias of found) {
    const others = found.filter((other) => other !== alias);
    if (righted(others) >= righted(found)) found = others;
  }
  for (const { fields, what } of levels) {
    for (const field of fields.filter((name) => !read.has(name) && found.every((alias) => alias.field !== name))) {
      const name = strange
        .filter((candidate) => found.every((alias) => alias.read !== candidate))
        .find((candidate) => righted([...found, aliasOf(field, candidate, what)]) > righted(found));
      if (name !== undefined) found.push(aliasOf(field, name, what));
    }
  }
  return found;
}

/** The name that is read and is this field misspelt, or what others call a field that is not read. */
function likelyNames(
  field: string,
  fields: readonly string[],
  strange: readonly string[],
  read: ReadonlyMap<string, unknown>,
): string[] {
  const misspelt = strange.find((name) => didYouMean(name, fields) === field);
  if (misspelt !== undefined) return [misspelt];
  const synonym = read.has(field) ? undefined : strange.find((name) => SYNONYMS[field]?.includes(name));
  return synonym === undefined ? [] : [synonym];
}

/** The records among the parameters, at any depth, those with the same fields once. */
function levelsOf(parameters: Fields): Level[] {
  const levels = new Map<string, Level>();
  const collect = (parameter: Parameter): void => {
    if (parameter.kind === 'list') collect(parameter.of);
    if (parameter.kind !== 'record' && parameter.kind !== 'options') return;
    const asked = Object.entries(parameter.fields).filter(([, field]) => !field.extended);
    const fields = asked.map(([name]) => name);
    if (fields.length > 0)
      levels.set(fields.join(), { fields, what: parameter.kind === 'options' ? 'option' : 'field' });
    for (const [, field] of asked) collect(field);
  };
  Object.values(parameters).forEach(collect);
  return [...levels.values()];
}

/** The arguments with the values of some fields under other names too. */
function variantOf(parameters: Fields, aliases: readonly Alias[]): Variant {
  const kinds = Object.values(parameters);
  return (call, args) => {
    let found = false;
    const named = (parameter: Parameter | undefined, value: Value): Value => {
      if (parameter?.kind === 'list' && Array.isArray(value)) return value.map((item) => named(parameter.of, item));
      if ((parameter?.kind !== 'record' && parameter?.kind !== 'options') || !isRecord(value)) return value;
      const inner = Object.entries(value).map(([key, item]) => [key, named(parameter.fields[key], item)] as const);
      const own = inner.flatMap(([key, item]) =>
        aliases.filter(({ field }) => field === key).map(({ read }) => [read, item] as const),
      );
      found ||= own.length > 0;
      return Object.fromEntries([...inner, ...own]);
    };
    const changed = args.map((value, i) => named(kinds[i], value));
    return found ? call(changed) : null;
  };
}
