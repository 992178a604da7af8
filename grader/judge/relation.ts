import type { Entry } from '../../properties/entry/entry.ts';
import type { Value } from '../../properties/values/value.ts';
import type { JudgedCase } from '../oracle/oracle.ts';
import { type Answer, isWrong } from './answers.ts';
import { formRelation } from './form-relation.ts';
import { areTelling, factorOf, factorWords, holds, simpleRelation } from './numeric-relations.ts';
import { differs, type PairedAnswer, pairsOf } from './pairs.ts';
import { precisionRelation } from './precision-relation.ts';
import { sizesOf } from './sizes.ts';
import { whereWrong } from './where-wrong.ts';

/** What all wrong answers have in common, in words; the arguments of a counterexample say how large N is there. */
export type Relation = (args: readonly Value[]) => string;

/**
 * The relation between what a submission gives and what is expected, if one holds for all wrong answers: people
 * recognize "twice the expected value", and not 1.386 for 0.693.
 */
export function relationOf(entry: Entry, answers: readonly Answer<JudgedCase>[]): Relation | null {
  const wrong = answers.filter(({ fault, item }) => isWrong(fault) && !item.disputed);
  const relation = valueRelation(entry, answers, wrong);
  if (relation !== null && !relation([]).startsWith(WHERE_IT_DIFFERS)) return relation;
  const where = whereWrong(entry, answers);
  if (where === null) return relation;
  return (args) => {
    const there = relation === null ? '' : `; there ${relation(args).slice(WHERE_IT_DIFFERS.length)}`;
    return `right except ${where}${there}`;
  };
}

/** A relation between the values themselves. */
function valueRelation(
  entry: Entry,
  answers: readonly Answer<JudgedCase>[],
  wrong: readonly Answer<JudgedCase>[],
): Relation | null {
  const form = formRelation(wrong);
  if (form !== null) return () => form;
  const paired = pairedAnswers(wrong);
  if (paired === null) return null;
  // Where it agrees it would have to agree with the relation too.
  const others = pairedAnswers(answers.filter(({ fault }) => fault === null)) ?? [];
  const precision = precisionRelation(paired, others);
  if (precision !== null) return () => precision;
  const simple = simpleRelation(paired);
  if (simple === null) return sizeRelation(entry, paired, others);
  const where = others.every(({ pairs }) => holds(simple, pairs)) ? '' : WHERE_IT_DIFFERS;
  return () => where + simple.words;
}

const WHERE_IT_DIFFERS = 'where it differs, ';

function pairedAnswers(answers: readonly Answer<JudgedCase>[]): PairedAnswer[] | null {
  const paired = answers.map(pairsOf);
  return paired.every((answer) => answer !== null) ? paired : null;
}

/** Powers of N that stand between a sum, a mean and the like. */
const POWERS: readonly [power: number, above: string, below: string][] = [
  [-1, '', '/N'],
  [1, 'N', ''],
  [-2, '', '/N^2'],
  [2, 'N^2', ''],
  [-0.5, '', '/sqrt(N)'],
  [0.5, 'sqrt(N)', ''],
];

/** A factor that differs from case to case and follows a size of an argument: `1/N of it, N the batch`. */
function sizeRelation(
  { parameters }: Entry,
  paired: readonly PairedAnswer[],
  others: readonly PairedAnswer[],
): Relation | null {
  if (!areTelling(paired.flatMap(({ pairs }) => pairs))) return null;
  const factors = paired.flatMap(({ answer, pairs }) => {
    const factor = factorOf(pairs);
    return factor !== null && holds({ of: (e) => factor * e }, pairs) ? [{ answer, factor }] : [];
  });
  // A case of nothing but zeros has no factor, and none differs.
  if (factors.length < paired.filter(({ pairs }) => pairs.some(differs)).length) return null;
  const sizes = factors.map(({ answer }) => sizesOf(parameters, answer.item.args));
  for (const [axis, { words }] of (sizes[0] ?? []).entries()) {
    const ns = sizes.map((all) => all[axis]?.n ?? 0);
    if (new Set(ns).size < 2 || ns.includes(0)) continue;
    for (const [power, above, below] of POWERS) {
      const constants = factors.map(({ factor }, i) => factor / (ns[i] as number) ** power);
      const [first = 0] = constants;
      if (!constants.every((constant) => Math.abs(constant / first - 1) < 1e-7)) continue;
      const fraction = fractionWords(first, above, below);
      const isEverywhere = others.every(({ answer, pairs }) => {
        const n = sizesOf(parameters, answer.item.args)[axis]?.n ?? 0;
        return holds({ of: (e) => first * n ** power * e }, pairs);
      });
      const where = isEverywhere ? '' : WHERE_IT_DIFFERS;
      return (args) => {
        const here = sizesOf(parameters, args)[axis]?.n;
        return `${where}${fraction} the expected value, N ${words}${here === undefined ? '' : ` (N = ${here} here)`}`;
      };
    }
  }
  return null;
}

/** `1/N of`, `2/N of`, `N/2 times`, `minus N times` */
function fractionWords(constant: number, above: string, below: string): string {
  const sign = constant < 0 ? 'minus ' : '';
  const number = factorWords(Math.abs(constant)).replace(/ (?:times|of)$/, '');
  if (below !== '') return `${sign}${number}${below} of`;
  if (number === '1') return `${sign}${above} times`;
  return number.startsWith('1/') ? `${sign}${above}/${number.slice(2)} times` : `${sign}${number} ${above} times`;
}
