import type { Entry } from '../../properties/entry/entry.ts';
import { completed } from '../../properties/parameters/completed.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import { isRecord } from '../../properties/values/value.ts';
import type { Big } from './big.ts';
import { exactly } from './exactly.ts';

/** A value with the exact number in place of each double; strings and booleans stay. */
function liftedExactly(value: Value): Tree<Big> {
  if (typeof value === 'number') return exactly(value);
  if (Array.isArray(value)) return value.map(liftedExactly);
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, liftedExactly(item)]));
  }
  return value as unknown as Big;
}

/** The arguments of a formula, complete and exact. */
export function liftedArguments({ parameters }: Pick<Entry, 'parameters'>, args: readonly Value[]): Tree<Big>[] {
  return completed(parameters, args).map(liftedExactly);
}
