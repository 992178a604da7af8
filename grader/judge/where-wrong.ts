import type { Entry } from '../../properties/entry/entry.ts';
import { completed } from '../../properties/parameters/completed.ts';
import { isSameAs, type Parameter } from '../../properties/parameters/parameter.ts';
import { askedOf, writtenDefault } from '../../properties/parameters/signature.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import { isRecord, type Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { type Answer, isWrong } from './answers.ts';
import { sizesOf } from './sizes.ts';

/** A condition on the arguments, in words. */
interface Condition {
  words: string;
  holds: (args: readonly Value[]) => boolean;
}

/** Fewer wrong answers tell nothing. */
const FEWEST = 3;

/**
 * Where a submission is wrong, if it is right everywhere else: `where padding is 'same'`. Some answers may be right there
 * too, by accident, but not most.
 */
export function whereWrong({ parameters }: Entry, answers: readonly Answer<JudgedCase>[]): string | null {
  const told = answers.filter(({ item }) => !item.disputed);
  const wrong = told.filter(({ fault }) => fault !== null);
  if (wrong.length < FEWEST || !wrong.some(({ fault }) => isWrong(fault) || fault?.kind === 'threw')) return null;
  const first = told[0]?.item.args ?? [];
  const found = [...byValue(parameters), ...bySize(parameters, first)].find(({ holds }) => {
    const within = told.filter(({ item }) => holds(item.args)).length;
    if (!wrong.every(({ item }) => holds(item.args)) || 2 * wrong.length < within) return false;
    // One class has the probability 1 by any formula: being right there tells nothing.
    const elsewhere = told.filter(({ item }) => !holds(item.args));
    return new Set(elsewhere.flatMap(({ item }) => numbersOf(item.expected))).size > 1;
  });
  return found?.words ?? null;
}

/** Conditions on words, switches and other values that may be left out. */
function byValue(parameters: Entry['parameters']): Condition[] {
  return Object.entries(askedOf(parameters)).flatMap(([name, parameter], i) => {
    if (parameter.kind !== 'options') return conditions(name, parameter, (args) => completed(parameters, args)[i]);
    return Object.entries(parameter.fields).flatMap(([option, field]) =>
      conditions(option, field, (args) => {
        const options = completed(parameters, args)[i];
        return isRecord(options) ? options[option] : undefined;
      }),
    );
  });
}

function conditions(name: string, parameter: Parameter, of: (args: readonly Value[]) => Value): Condition[] {
  const is = (value: string | number | boolean): Condition => ({
    words: `where ${name} is ${writtenDefault(value)}`,
    holds: (args) => of(args) === value,
  });
  if (parameter.kind === 'boolean') return [is(true), is(false)];
  if (parameter.kind === 'choice') return parameter.words.map(is);
  if (parameter.kind === 'tensor' && parameter.written.includes('|')) {
    return [{ words: `where ${name} is a vector`, holds: (args) => rankOf(of(args)) === 1 }];
  }
  const usual = parameter.default;
  if (usual === undefined || isSameAs(usual)) return [];
  const text = JSON.stringify(usual);
  return [
    {
      words: `where ${name} is not ${writtenDefault(usual)}`,
      holds: (args) => JSON.stringify(of(args)) !== text,
    },
  ];
}

function bySize(parameters: Entry['parameters'], args: readonly Value[]): Condition[] {
  return sizesOf(parameters, args).flatMap(({ words, isProduct }, i) =>
    isProduct
      ? []
      : [
          { words: `where N > 1, N ${words}`, holds: (given) => (sizesOf(parameters, given)[i]?.n ?? 0) > 1 },
          { words: `where N = 1, N ${words}`, holds: (given) => sizesOf(parameters, given)[i]?.n === 1 },
        ],
  );
}

function rankOf(value: Value): number {
  let rank = 0;
  for (let level = value; Array.isArray(level); level = level[0] as Value) rank += 1;
  return rank;
}
