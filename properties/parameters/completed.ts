import { isRecord, type Value } from '../values/value.ts';
import { type Fields, isSameAs, type OptionsOf, type OptionsParameter } from './parameter.ts';

/** The arguments of a formula with every default filled in: none is absent, and options are complete. */
export type Completed<A extends readonly unknown[]> = { [K in keyof A]-?: Complete<A[K]> };

/** A value whose fields are all there. */
export type Complete<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]-?: T[K] } : T;

/** An argument list with the defaults in the place of what is absent; what is optional and has none stays absent. */
export function completed(parameters: Fields, args: readonly Value[]): Value[] {
  return Object.values(parameters).map((parameter, i) => {
    if (parameter.kind === 'options') return withDefaults(parameter, args[i]);
    return args[i] === undefined && !isSameAs(parameter.default) ? parameter.default : args[i];
  });
}

/** One record of options with the defaults in the place of what is absent: every option that has a default is there. */
export function completeOptions<P extends OptionsParameter>(
  parameter: P,
  chosen: OptionsOf<P> | undefined,
): Complete<OptionsOf<P>> {
  return withDefaults(parameter, chosen) as Complete<OptionsOf<P>>;
}

function withDefaults({ fields }: OptionsParameter, value: unknown): { readonly [name: string]: Value } {
  const all: Record<string, Value> = isRecord(value) ? { ...value } : {};
  for (const [name, field] of Object.entries(fields)) {
    if (all[name] === undefined && field.default !== undefined && !isSameAs(field.default)) all[name] = field.default;
  }
  // A default that is the value of another option, which has one by now.
  for (const [name, field] of Object.entries(fields)) {
    if (all[name] === undefined && isSameAs(field.default)) all[name] = all[field.default.sameAs];
  }
  return all;
}
