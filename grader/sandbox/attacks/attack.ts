import type { Value } from '../../../properties/values/value.ts';

/** The outcome that an attack must have: its kind, and the value or the words if they matter. */
export type Expected =
  | { kind: 'value'; value: Value }
  | { kind: 'threw'; message?: string }
  | { kind: 'nonsense'; what?: string }
  | { kind: 'timeout' }
  | { kind: 'memory' }
  | { kind: 'unloaded'; message?: string };

/** A hostile submission: `attack` is called with `[[1, 2], [3, 4]]`. */
export interface Attack {
  name: string;
  code: string;
  expected: Expected;
}

export const value = (expected: Value): Expected => ({ kind: 'value', value: expected });
export const nonsense = (what: string): Expected => ({ kind: 'nonsense', what });
export const threw = (message: string): Expected => ({ kind: 'threw', message });
export const TIMEOUT: Expected = { kind: 'timeout' };
export const MEMORY: Expected = { kind: 'memory' };

export const body = (code: string): string => `export function attack(x) { ${code} }`;
/** A function that returns `[1, 2]` honestly once `setup` has done its worst: the harness must not be fooled. */
export const patched = (setup: string): string => `${setup}\nexport function attack(x) { return [1, 2]; }`;
