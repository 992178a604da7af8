import type { LocatedExercise } from '../../exercises/exercises.ts';
import { firstMismatch } from '../../properties/values/agreement.ts';
import { numbersOf } from '../../properties/values/tree.ts';
import { toJson } from '../../properties/values/value.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { isDraw } from '../oracle/cases.ts';
import type { JudgedCase, Oracle } from '../oracle/oracle.ts';
import type { Drawing } from '../record/drawing.ts';
import type { CheckKind, ExerciseRecord, ExerciseStatus } from '../record/record.ts';
import type { Origin } from '../secret/secret.ts';
import { type Answer, ask, type Fault, isWrong, type Student } from './answers.ts';
import { bestCounterexample, type Counterexample, type Failing, withoutValue } from './counterexample.ts';
import { NO_FINDING } from './finding.ts';
import { keptStateOf } from './kept-state.ts';
import { type LawVerdict, lawVerdicts } from './laws.ts';
import { messageOf, SPENT } from './message.ts';
import { findingFor } from './misconceptions.ts';
import { pointsOf } from './points.ts';
import { relationOf } from './relation.ts';
import { shareOf } from './share.ts';
import { blankRecord } from './unjudged.ts';

/** A verdict, and the whole values of its counterexample for the report to draw. */
export interface Verdict {
  record: ExerciseRecord;
  drawing: Drawing | null;
}

/**
 * The verdict on one exercise of a submission, as the contract's section Status says.
 *
 * @param explained whether to look for the misconception and the smallest counterexample, which takes most of the time
 */
export async function judgeExercise(
  located: LocatedExercise,
  sandbox: Student,
  oracle: Oracle,
  maxPoints: number,
  shares: Assignment['shares'],
  explained = true,
): Promise<Verdict> {
  const { name } = located;
  const blank = blankRecord(name, maxPoints, sandbox.lines.get(name) ?? null);
  const most = sandbox.ticks + CALLS_WORTH * sandbox.maxTicks;
  const isSpent = (): boolean => sandbox.ticks > most;
  const mild = answersUntilSpent(sandbox, name, oracle.mild, isSpent);
  const spent = spentOf(mild);
  if (spent !== null) {
    const last = mild.at(-1) as Answer<JudgedCase>;
    const record = { ...blank, ...spentRecord(spent, last, oracle.origin), agreement: drawnAgreement(oracle, mild) };
    return { record, drawing: null };
  }
  const agrees = mild.every(({ fault }) => fault === null);
  const laws = await lawVerdicts(located, sandbox, oracle.origin, agrees, isSpent);
  const spentInLaw = laws.find(({ fault }) => fault?.kind === 'timeout' || fault?.kind === 'memory')?.fault;
  if (spentInLaw?.kind === 'timeout' || spentInLaw?.kind === 'memory') {
    const record = {
      ...blank,
      status: spentInLaw.kind,
      message: SPENT[spentInLaw.kind],
      agreement: drawnAgreement(oracle, mild),
    };
    return { record, drawing: null };
  }
  const extreme = answersUntilSpent(sandbox, name, oracle.extreme, isSpent);
  const status = statusOf(mild, laws, extreme);
  const refusesIllegal = oracle.illegal.every(({ args }) => !isSpent() && sandbox.call(name, args).kind === 'threw');
  const { agreement, baseline } =
    status === 'wrong' || status === 'error'
      ? shareOf(located, sandbox, oracle, mild, isSpent)
      : { agreement: drawnAgreement(oracle, mild), baseline: 0 };
  const pure = [...mild, ...extreme].every(({ outcome }) => !('changed' in outcome) || !outcome.changed);

  const failing = explained ? failingOf(status, mild, extreme) : null;
  const finding = explained && isNamed(status) ? findingFor(located, status, mild, extreme) : NO_FINDING;
  const asked = { located, sandbox, origin: oracle.origin };
  const isUnnamed = finding.misconception === null && status !== 'disputed';
  const kept = failing && isUnnamed ? keptStateOf({ ...asked, ...failing }) : null;
  const misconception = finding.misconception ?? kept?.misconception ?? null;
  const own = located.entry.misconceptions.find(({ id }) => id === finding.misconception?.id);
  const named = own ? { misconception: own, forms: finding.forms } : null;
  const counterexample = kept?.counterexample ?? (failing && bestCounterexample({ ...asked, ...failing, named }));
  const fault = counterexample?.fault ?? null;
  const relation = counterexample === null ? null : relationOf(located.entry, status === 'unstable' ? extreme : mild);
  const record: ExerciseRecord = {
    ...blank,
    status,
    points: pointsOf({ status, agreement, baseline, pure, refusesIllegal }, maxPoints, shares),
    agreement,
    misconception: misconception?.id ?? null,
    hint: misconception?.hint ?? null,
    notes: kept === null ? finding.notes : [kept.note],
    message: messageOf({
      status,
      fault,
      laws,
      named: misconception !== null,
      relation: kept?.message ?? relation?.(counterexample?.args ?? []) ?? null,
      pure,
      refusesIllegal,
    }),
    line: fault?.kind === 'threw' && fault.line !== null ? fault.line : blank.line,
    checks: [
      check('returns values of the right shape', 'shape', !mild.some(({ fault }) => wrongShape(fault))),
      check('agrees with the reference', 'reference', agrees),
      check('agrees with the accelerated oracle', 'accelerated', mild.every(agreesWithAccelerated)),
      ...laws.map(({ name: law, fault }) => check(law, 'law', fault === null)),
      ...(extreme.length > 0
        ? [
            check(
              'stays right on extreme input',
              'stability',
              extreme.every(({ fault, item }) => fault === null || item.disputed),
            ),
          ]
        : []),
      ...(oracle.illegal.length > 0 ? [check('refuses illegal input', 'errors', refusesIllegal)] : []),
      check('leaves its arguments as they are', 'purity', pure),
    ],
    counterexample: counterexample?.record ?? null,
  };
  return { record, drawing: counterexample && drawingOf(name, counterexample) };
}

/** Values larger than this are not drawn. */
const MOST_DRAWN = 2000;

function drawingOf(exercise: string, { got, expected, fault }: Counterexample): Drawing | null {
  if (fault.kind !== 'mismatch' || got === undefined || numbersOf(got).length > MOST_DRAWN) return null;
  return { exercise, got: toJson(got), expected: toJson(expected) };
}

/** What all calls of one exercise may use together, as a multiple of what one may. */
const CALLS_WORTH = 4;

/**
 * Answers up to the first that used up its own budget or that of all calls: the rest would cost as much again and change nothing.
 */
function answersUntilSpent(
  sandbox: Student,
  name: string,
  cases: readonly JudgedCase[],
  isSpent: () => boolean,
): Answer<JudgedCase>[] {
  const answers: Answer<JudgedCase>[] = [];
  for (const item of cases) {
    const answer = ask(sandbox, name, item);
    answers.push(isSpent() ? { item, outcome: { kind: 'timeout' }, fault: { kind: 'timeout' } } : answer);
    if (spentOf(answers) !== null) break;
  }
  return answers;
}

/** Edges and repetitions are the same for everybody, so they do not count. */
function drawnAgreement({ mild }: Oracle, answers: readonly Answer<JudgedCase>[]): number {
  const right = answers.filter(({ item, fault }) => isDraw(item) && fault === null).length;
  return right / mild.filter(isDraw).length;
}

function spentOf(answers: readonly Answer<JudgedCase>[]): 'timeout' | 'memory' | null {
  const kind = answers.at(-1)?.outcome.kind;
  return kind === 'timeout' || kind === 'memory' ? kind : null;
}

function spentRecord(
  status: 'timeout' | 'memory',
  { item }: Answer<JudgedCase>,
  { seed }: Origin,
): Partial<ExerciseRecord> {
  const message = SPENT[status];
  return { status, message, counterexample: withoutValue(item.args, item.expected, message, seed, item.path) };
}

function statusOf(
  mild: readonly Answer<JudgedCase>[],
  laws: readonly LawVerdict[],
  extreme: readonly Answer<JudgedCase>[],
): ExerciseStatus {
  if (mild.some(({ fault, item }) => isWrong(fault) && !item.disputed)) return 'wrong';
  if (laws.some(({ fault }) => fault?.kind === 'broken')) return 'wrong';
  if (mild.some(({ fault }) => fault?.kind === 'threw') || laws.some(({ fault }) => fault?.kind === 'threw'))
    return 'error';
  if ([...mild, ...extreme].some(({ fault, item }) => isWrong(fault) && item.disputed)) return 'disputed';
  if (extreme.some(({ fault }) => fault !== null)) return 'unstable';
  return 'correct';
}

function isNamed(status: ExerciseStatus): status is 'wrong' | 'unstable' {
  return status === 'wrong' || status === 'unstable';
}

/** The answers among which the counterexample of a verdict is, and the faults that it may have; null if it has none. */
function failingOf(
  status: ExerciseStatus,
  mild: readonly Answer<JudgedCase>[],
  extreme: readonly Answer<JudgedCase>[],
): Failing | null {
  switch (status) {
    case 'wrong':
      return { answers: mild.filter(({ item }) => !item.disputed), extreme: false, wanted: isWrong };
    case 'error':
      return { answers: mild, extreme: false, wanted: ({ kind }) => kind === 'threw' };
    case 'disputed':
      return { answers: mild.filter(({ item }) => item.disputed), extreme: false, wanted: isWrong };
    case 'unstable':
      return { answers: extreme, extreme: true, wanted: () => true };
    default:
      return null;
  }
}

function wrongShape(fault: Fault | null): boolean {
  return fault?.kind === 'nonsense' || (fault?.kind === 'mismatch' && fault.mismatch.kind === 'shape');
}

/** If the accelerated oracle abstains, the submission agrees. */
function agreesWithAccelerated({ item, outcome }: Answer<JudgedCase>): boolean {
  if (item.accelerated === null || item.disputed) return true;
  if (outcome.kind !== 'value') return false;
  const { value, allowed } = item.accelerated;
  return firstMismatch(outcome.value, value, { allowed, because: 'float32', signedZero: false }) === null;
}

function check(name: string, kind: CheckKind, passed: boolean): ExerciseRecord['checks'][number] {
  return { name, kind, passed };
}
