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

/** More names or fields than these are not tried: each try is a few calls. */
const MOST_NAMES = 16;

/**
 * Fields and options that are read under other names: with the value given under that name too, wrong answers become
 * right and no right one wrong.
 */
export function aliasesOf(parameters: Fields, read: ReadonlyMap<string, readonly string[]>, probe: Probe): Alias[] {
  const levels = levelsOf(parameters);
  const declared = new Set(levels.flatMap(({ fields }) => fields));
  const strange = [...read.keys()].filter((name) => !declared.has(name)).slice(0, MOST_NAMES);
  const found: Alias[] = [];
  for (const { fields, what } of levels) {
    for (const field of fields) {
      const candidates = strange.filter((name) => !read.has(field) || didYouMean(name, [field]) !== null);
      for (const name of candidates) {
        if (found.some((alias) => alias.read === name)) continue;
        const alias: Alias = { field, read: name, places: read.get(name) ?? [], what };
        const before =
          found.length === 0 ? { righted: 0, left: Infinity } : probe.effectOf(variantOf(parameters, found));
        const { righted, spoilt } = probe.effectOf(variantOf(parameters, [...found, alias]));
        if (righted <= before.righted || spoilt > 0) continue;
        found.push(alias);
        break;
      }
    }
  }
  return found;
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
