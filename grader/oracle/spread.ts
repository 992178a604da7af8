import { numbersOf } from '../../properties/values/tree.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';

/** An argument list with its right value, to be spread over what distinguishes it from others. */
interface Spread {
  args: readonly Value[];
  expected: Value;
}

/**
 * The places of some of many draws, in their order: as many of each kind as there are among all, so that two samples are alike. A kind
 * is the options given, the class of a single result, and the shapes; within it the draws are spread over the first
 * number.
 */
export function spreadOver(draws: readonly Spread[], count: number): number[] {
  if (draws.length <= count) return draws.map((_, place) => place);
  const ranked = draws
    .map(({ args, expected }, place) => ({ place, kind: kindOf(args, expected), first: numbersOf([...args])[0] ?? 0 }))
    .sort((a, b) => (a.kind === b.kind ? a.first - b.first || a.place - b.place : a.kind < b.kind ? -1 : 1));
  return Array.from(
    { length: count },
    (_, i) => ranked[Math.floor(((i + 0.5) * ranked.length) / count)]?.place ?? 0,
  ).sort((a, b) => a - b);
}

/** Whether an argument list holds no array: a call with it costs next to nothing. */
export function isOfNumbersAlone(args: readonly Value[]): boolean {
  return args.every((value) => (isRecord(value) ? isOfNumbersAlone(Object.values(value)) : !Array.isArray(value)));
}

function kindOf(args: readonly Value[], expected: Value): string {
  const options: string[] = [];
  const shapes: string[] = [];
  const sizes: string[] = [];
  const visit = (value: Value, name: string): void => {
    if (typeof value === 'number') (name === '' ? shapes : options).push(name === '' ? signOf(value) : name);
    else if (Array.isArray(value)) {
      const lengths = lengthsOf(value);
      shapes.push(lengths.map((length) => Math.min(length, 2)).join('x'));
      sizes.push(lengths.join('x'));
    } else if (isRecord(value)) for (const key of Object.keys(value).sort()) visit(value[key], key);
    else options.push(`${name}=${JSON.stringify(value)}`);
  };
  for (const value of args) visit(value, '');
  return [options, resultClass(expected), shapes, sizes].map(String).join('|');
}

/** Answers that are 0 or 1 are classes, which a sample should hold in the same shares as another. */
function resultClass(expected: Value): string {
  if (typeof expected !== 'number') return '';
  return expected === 0 || Math.abs(expected) === 1 ? String(expected) : signOf(expected);
}

function signOf(x: number): string {
  return x > 0 ? '+' : x < 0 ? '-' : '0';
}

function lengthsOf(value: Value): number[] {
  return Array.isArray(value) ? [value.length, ...lengthsOf(value[0])] : [];
}
