import { numbersOf } from '../../properties/values/tree.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { type Answer, difference } from './answers.ts';

/** Another form of the right value: how it becomes the right one (undefined if it can't), and what to do. */
interface Form {
  words: string;
  righted: (got: Value, expected: Value) => Value;
}

const FORMS: readonly Form[] = [
  {
    words: 'the right value inside an array: return it without the brackets around it',
    righted: (got) => (Array.isArray(got) && got.length === 1 ? got[0] : undefined),
  },
  {
    words: 'the right value without an array around it: return it in brackets',
    righted: (got, expected) => (Array.isArray(expected) && expected.length === 1 ? [got] : undefined),
  },
  {
    words: 'true and false for 1 and 0: return numbers, as `condition ? 1 : 0`',
    righted: (got) => (typeof got === 'boolean' ? Number(got) : undefined),
  },
  {
    words: 'the right numbers in one flat array: return them nested, a list for each row',
    righted: (got, expected) => (isFlat(got) && Array.isArray(expected) ? nestedLike(expected, got) : undefined),
  },
  {
    words: 'the right numbers, nested: return one flat array of them',
    righted: (got, expected) => (Array.isArray(got) && isFlat(expected) ? numbersOf(got) : undefined),
  },
  {
    words: 'the right values as a list: return a record, each value under its name',
    righted: (got, expected) => (Array.isArray(got) && isRecord(expected) ? named(got, expected) : undefined),
  },
  {
    words: 'the right values transposed: exchange rows and columns',
    righted: (got, expected) => (isMatrix(got) && isMatrix(expected) ? transposed(got) : undefined),
  },
  {
    words: 'the last step alone: return all steps in time',
    righted: (got, expected) =>
      Array.isArray(got) && isMatrix(expected)
        ? expected.map((steps, b) => [...steps.slice(0, -1), got[b]])
        : undefined,
  },
  {
    words: 'the right values in reverse order',
    righted: (got, expected) => (Array.isArray(got) && Array.isArray(expected) ? got.toReversed() : undefined),
  },
];

/** Fewer wrong answers may be right in another form by accident. */
const FEWEST = 3;

/** What form of the right value all wrong answers are, or null. */
export function formRelation(wrong: readonly Answer<JudgedCase>[]): string | null {
  // Without a number in it anything is right in many forms.
  if (wrong.filter(({ item }) => numbersOf(item.expected).length > 0).length < FEWEST) return null;
  if (wrong.every(({ outcome }) => outcome.kind === 'value' && typeof outcome.value === 'string'))
    return 'a text, as toFixed makes one: return the number itself';
  const known = FORMS.find(({ righted }) => areRighted(wrong, righted));
  if (known !== undefined) return known.words;
  const first = wrong[0];
  const alone = first && isRecord(first.item.expected) ? fieldAlone(wrong, first.item.expected) : null;
  if (alone !== null) return alone;
  if (first?.outcome.kind !== 'value' || !isRecord(first.outcome.value)) return null;
  if (isRecord(first.item.expected)) return areRenamed(wrong, first.outcome.value, first.item.expected);
  const field = Object.keys(first.outcome.value).find((key) =>
    areRighted(wrong, (got) => (isRecord(got) ? got[key] : undefined)),
  );
  return field === undefined ? null : 'the right value in a field of a record: return that value itself';
}

/** One field of the record that is asked for, without the record. */
function fieldAlone(wrong: readonly Answer<JudgedCase>[], record: { readonly [key: string]: Value }): string | null {
  const keys = Object.keys(record);
  const field = keys.find((key) =>
    areRighted(wrong, (got, expected) =>
      isRecord(got) || !isRecord(expected) ? undefined : { ...expected, [key]: got },
    ),
  );
  return field === undefined ? null : `the right ${field} alone: return a record { ${keys.join(', ')} }`;
}

function areRighted(wrong: readonly Answer<JudgedCase>[], righted: Form['righted']): boolean {
  return wrong.every(({ outcome, item }) => {
    if (outcome.kind !== 'value') return false;
    const value = righted(outcome.value, item.expected);
    return value !== undefined && difference(value, item.expected, item.allowed, '') === null;
  });
}

/** A record whose values are right under other names. */
function areRenamed(
  wrong: readonly Answer<JudgedCase>[],
  got: { readonly [key: string]: Value },
  expected: { readonly [key: string]: Value },
): string | null {
  const missing = Object.keys(expected).filter((key) => !Object.hasOwn(got, key));
  const extra = Object.keys(got).filter((key) => !Object.hasOwn(expected, key));
  if (missing.length === 0 || missing.length !== extra.length) return null;
  const isRight = areRighted(wrong, (value) =>
    isRecord(value)
      ? { ...value, ...Object.fromEntries(missing.map((key, i) => [key, value[extra[i] as string]])) }
      : undefined,
  );
  return isRight
    ? `the right values under other names: the record has the fields ${Object.keys(expected).join(', ')}`
    : null;
}

function isFlat(value: Value): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

function isMatrix(value: Value): value is readonly (readonly Value[])[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row) && row.length > 0);
}

function transposed(matrix: readonly (readonly Value[])[]): Value {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]));
}

function named(list: readonly Value[], record: { readonly [key: string]: Value }): Value {
  const keys = Object.keys(record);
  return keys.length === list.length ? Object.fromEntries(keys.map((key, i) => [key, list[i]])) : undefined;
}

/** The numbers in the nesting of another value; undefined if it holds another count of them. */
function nestedLike(form: readonly Value[], numbers: readonly number[]): Value {
  if (numbersOf(form).length !== numbers.length || isFlat(form)) return undefined;
  let next = 0;
  const fill = (value: Value): Value => (Array.isArray(value) ? value.map(fill) : numbers[next++]);
  return fill(form);
}
