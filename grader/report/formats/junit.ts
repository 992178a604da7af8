import { create } from 'xmlbuilder2';
import { charactersOf } from '../../../properties/text/characters.ts';
import type { ExerciseRecord, ExerciseStatus, SubmissionRecord } from '../../record/record.ts';
import { fullName } from '../../roster/person-name.ts';
import { printable, printableLine } from '../../text/printable.ts';
import type { ClassReport } from '../class-report.ts';
import type { Visible } from '../explanation.ts';
import { isFull, submissionMessage, visibleLines } from '../visible-text.ts';
import type { ClassFormat } from './format.ts';

const ERRORS: readonly ExerciseStatus[] = ['error', 'timeout', 'memory'];
const NON_CHARACTERS = charactersOf('nonCharacter');

interface Case {
  name: string;
  outcome: { kind: 'failure' | 'error' | 'skipped'; type: string; message: string; text: string } | null;
}
interface Suite {
  name: string;
  time: number;
  timestamp: string | null;
  cases: Case[];
}

/**
 * The class as JUnit XML: a suite per student, a case per exercise. One that throws, or does not end, is an `error`;
 * any other without full points is a `failure`. Students who handed nothing in, and submissions on which the grader
 * itself failed, are skipped.
 *
 * @see https://github.com/jenkinsci/xunit-plugin, `src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd`
 */
export const junit: ClassFormat = {
  kind: 'class',
  name: 'junit',
  summary: 'JUnit XML, a suite per student',
  fileName: 'junit.xml',
  render: (report, { visible }) => {
    const suites = suitesOf(report, visible);
    const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
      name: legal(report.title),
      ...counts(suites.flatMap(({ cases }) => cases)),
    });
    root.removeAtt('skipped');
    for (const { name, time, timestamp, cases } of suites) {
      const suite = root.ele('testsuite', { name: legal(name), ...counts(cases), time: time.toFixed(3) });
      if (timestamp !== null) suite.att('timestamp', timestamp.replace(/\.\d+Z$/, ''));
      for (const { name: test, outcome } of cases) {
        const element = suite.ele('testcase', { name: legal(test), classname: legal(name) });
        if (outcome === null) continue;
        const { kind, type, message, text } = outcome;
        element.ele(kind, { type, message: legal(message) }).txt(legal(text));
      }
    }
    return `${root.end({ prettyPrint: true })}\n`;
  },
};

function suitesOf({ entries, strays, title }: ClassReport, visible: Visible): Suite[] {
  const own = entries.map(({ student, record }) => {
    const name = fullName(student) === student.id ? student.id : `${student.id} (${fullName(student)})`;
    return record === null ? absentSuite(name, title) : suiteOf(name, record, visible);
  });
  return [...own, ...Array.from(strays, (record) => suiteOf(record.submission, record, visible))];
}

function absentSuite(name: string, title: string): Suite {
  const outcome = { kind: 'skipped', type: 'absent', message: 'no submission', text: '' } as const;
  return { name, time: 0, timestamp: null, cases: [{ name: title, outcome }] };
}

function suiteOf(name: string, record: SubmissionRecord, visible: Visible): Suite {
  const common = { name, time: record.durationMs / 1000, timestamp: record.startedAt };
  if (record.status === 'graded')
    return { ...common, cases: record.exercises.map((exercise) => caseOf(exercise, visible)) };
  const message = printableLine(submissionMessage(record) ?? record.status);
  const kind = record.status === 'infra_error' ? 'skipped' : 'error';
  return { ...common, cases: [{ name: 'loads', outcome: { kind, type: record.status, message, text: '' } }] };
}

function caseOf(exercise: ExerciseRecord, visible: Visible): Case {
  const { name, status } = exercise;
  if (isFull(exercise)) return { name, outcome: null };
  const [message = status, ...lines] = visibleLines(exercise, visible);
  return {
    name,
    outcome: { kind: ERRORS.includes(status) ? 'error' : 'failure', type: status, message, text: lines.join('\n') },
  };
}

function counts(cases: readonly Case[]): { tests: number; failures: number; errors: number; skipped: number } {
  const having = (kind: string): number => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  return { tests: cases.length, failures: having('failure'), errors: having('error'), skipped: having('skipped') };
}

/** Text without the characters that XML 1.0 has no way to write. */
function legal(text: string): string {
  return printable(text).replace(NON_CHARACTERS, '\ufffd');
}
