import { isRecord, type Tree, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import type { Answer } from './answers.ts';

/** A number that came beside the one that should have come. */
export interface Pair {
  got: number;
  expected: number;
  allowed: number;
}

/** The numbers of one answer, in the order of the result. */
export interface PairedAnswer {
  answer: Answer<JudgedCase>;
  pairs: readonly Pair[];
}

/** The numbers of an answer side by side with the expected ones; null if they are not of one form, or no value came. */
export function pairsOf(answer: Answer<JudgedCase>): PairedAnswer | null {
  const { outcome, item } = answer;
  if (outcome.kind !== 'value') return null;
  const parts: { name: string; pairs: Pair[] }[] = [];
  if (!collect(outcome.value, item.expected, item.allowed, '', parts)) return null;
  // A part of a record that is right says nothing about the one that is wrong.
  const wrong = parts.filter(({ pairs }) => pairs.some(differs));
  const told = wrong.length === 0 ? parts : wrong;
  return { answer, pairs: told.flatMap(({ pairs }) => pairs) };
}

export function differs({ got, expected, allowed }: Pair): boolean {
  return got !== expected && !(Math.abs(got - expected) <= allowed) && !(Number.isNaN(got) && Number.isNaN(expected));
}

function collect(
  got: Value,
  expected: Value,
  allowed: Tree<number>,
  part: string,
  parts: { name: string; pairs: Pair[] }[],
): boolean {
  if (typeof expected === 'number') {
    if (typeof got !== 'number') return false;
    let own = parts.find(({ name }) => name === part);
    if (own === undefined) parts.push((own = { name: part, pairs: [] }));
    own.pairs.push({ got, expected, allowed: allowed as number });
    return true;
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((item: Value, i) => collect(got[i], item, below(allowed, i), part, parts))
    );
  }
  if (!isRecord(expected)) return got === expected;
  return (
    isRecord(got) &&
    Object.entries(expected).every(
      ([key, item]) => item === undefined || collect(got[key], item, below(allowed, key), `${part}.${key}`, parts),
    )
  );
}

function below(allowed: Tree<number>, key: number | string): Tree<number> {
  return typeof allowed === 'number' ? allowed : ((allowed as Record<number | string, Tree<number>>)[key] ?? 0);
}
