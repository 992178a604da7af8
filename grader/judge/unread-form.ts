import type { Entry } from '../../properties/entry/entry.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import type { Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import type { Answer } from './answers.ts';
import { given, type Option, optionsOf, shown } from './option.ts';

/** A form of an argument at which a submission throws or returns NaN, whatever else it is given. */
export interface UnreadForm {
  /** `class indices as t`, `padding 'same'`, `some legal arguments` */
  name: string;
  holds: (args: readonly Value[]) => boolean;
  /** it is an array of other rank, of which `undefined > 0` may make a sum of nothing */
  isRank: boolean;
}

/** What an array of numbers of that many axes is called. */
const RANKS = ['a number', 'a vector', 'a matrix', 'an array of rank 3', 'an array of rank 4'];

/**
 * The forms that a submission never copes with, if there are any with which it does; where none is known, whatever it
 * refuses, as shapes that would have to broadcast.
 */
export function unreadForms(entry: Entry, answers: readonly Answer<JudgedCase>[]): UnreadForm[] {
  const known = knownForms(entry, answers);
  return known.length > 0 ? known : refusedArguments(entry, answers);
}

function refusedArguments({ parameters }: Entry, answers: readonly Answer<JudgedCase>[]): UnreadForm[] {
  const refused = answers.filter(({ outcome }) => outcome.kind === 'threw').map(({ item }) => item.args);
  // What it refuses only where an option is absent has no default.
  const options = optionsOf(parameters);
  const isComplete = (args: readonly Value[]): boolean => options.every((option) => given(args, option) !== undefined);
  if (!refused.some(isComplete)) return [];
  const all = new Set(refused);
  return [{ name: 'some legal arguments', holds: (args) => all.has(args), isRank: false }];
}

function knownForms(entry: Entry, answers: readonly Answer<JudgedCase>[]): UnreadForm[] {
  return formsOfArguments(entry, answers).filter(({ holds, isRank }) => {
    const meant = answers.filter(({ item }) => holds(item.args));
    return (
      meant.length > 0 &&
      meant.length < answers.length &&
      meant.every((answer) => failsVisibly(answer) || (isRank && isZero(answer)))
    );
  });
}

/** Whether a call ended in an error, or in something that is no number. */
export function failsVisibly({ outcome }: Answer<JudgedCase>): boolean {
  if (outcome.kind !== 'value') return true;
  const numbers = numbersOf(outcome.value);
  return numbers.some(Number.isNaN);
}

function isZero({ outcome }: Answer<JudgedCase>): boolean {
  return outcome.kind === 'value' && numbersOf(outcome.value).every((x) => x === 0);
}

function formsOfArguments({ parameters }: Entry, answers: readonly Answer<JudgedCase>[]): UnreadForm[] {
  const ranks = Object.entries(parameters).flatMap(([name, { kind }], argument) => {
    if (kind !== 'tensor') return [];
    const found = new Set(answers.map(({ item }) => rankOf(item.args[argument])));
    return [...found].map((rank) => ({
      name: `${name} as ${RANKS[rank] ?? 'an array of that rank'}`,
      holds: (args: readonly Value[]) => rankOf(args[argument]) === rank,
      isRank: true,
    }));
  });
  return [...ranks, ...optionsOf(parameters).flatMap((option) => formsOfOption(option))];
}

function formsOfOption(option: Option): UnreadForm[] {
  const { name, parameter, default: value } = option;
  const isOther = (args: readonly Value[]): boolean => {
    const found = given(args, option);
    return found !== undefined && JSON.stringify(found) !== JSON.stringify(value);
  };
  if (parameter.kind !== 'choice')
    return [{ name: `another ${name} than ${shown(value)}`, holds: isOther, isRank: false }];
  return parameter.words.map((word) => ({
    name: `${name} ${shown(word)}`,
    holds: (args) => (given(args, option) ?? value) === word,
    isRank: false,
  }));
}

function rankOf(value: Value): number {
  return Array.isArray(value) ? 1 + rankOf(value[0]) : 0;
}
