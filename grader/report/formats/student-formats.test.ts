import { expect, test } from 'vitest';
import { classReport } from '../class-report.ts';
import { HOSTILE_NAMES, inventedExercise, inventedRecord } from '../invented-records.ts';
import type { StudentFormat } from './format.ts';
import { FORMATS } from './formats.ts';
import { called, HIDDEN, inventedClass, SURROUNDINGS } from './report-fixture.ts';

const studentFormats = FORMATS.filter((format): format is StudentFormat => format.kind === 'student');

test.each(studentFormats)('$name tells a student nothing hidden and nothing of anybody else', (format) => {
  const report = inventedClass();
  for (const { student, record } of report.entries) {
    if (record === null) continue;
    for (const { text } of format.render(student, record, report, SURROUNDINGS) ?? []) {
      expect(text).not.toContain(HIDDEN);
      expect(text).not.toContain('a hidden check');
      expect(text).not.toContain('424242');
      expect(text).not.toContain('eve-the-other');
      expect(text).not.toContain('/srv/worker');
      for (const other of report.entries) {
        if (other.student.id !== student.id) expect(text).not.toMatch(new RegExp(`\\b${other.student.id}\\b`));
      }
    }
  }
});

test.each(studentFormats)('$name takes any name of a student', (format) => {
  for (const name of HOSTILE_NAMES) {
    const exercise = inventedExercise({ name, status: 'wrong', points: 0, message: name, hint: name, line: name });
    const record = inventedRecord({ submission: name, message: name, exercises: [exercise] });
    const report = classReport(called(name), [record], null);
    const files = report.entries.flatMap(({ student }) => format.render(student, record, report, SURROUNDINGS) ?? []);
    for (const { extension, text } of files) {
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
      if (extension === 'json') expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  }
});

test('a failure of the grader is never a zero', () => {
  const report = inventedClass();
  const entry = report.entries.find(({ student }) => student.id === 'unlucky');
  if (!entry?.record) throw new Error('the fixture has one');
  for (const format of studentFormats) {
    const text = format.render(entry.student, entry.record, report, SURROUNDINGS)?.[0]?.text;
    expect(text ?? '').not.toMatch(/"(score|points|max_points)"/);
  }
});

/** Formats that say something of each exercise in words; Autolab's only of those that lost points. */
test.each(studentFormats.filter(({ name }) => name !== 'exercism' && name !== 'autolab'))(
  '$name says that an instructor has decided, and not why',
  (format) => {
    const decision = {
      kind: 'points',
      points: 10,
      verdictPoints: 2,
      reason: 'copied, but I was asked not to say so',
      decidedAt: '2025-01-02T00:00:00.000Z',
    } as const;
    const exercise = inventedExercise({ status: 'wrong', points: 10, decision });
    const record = inventedRecord({ exercises: [exercise] });
    const report = classReport(called('Sheet 1'), [record], null);
    const files = report.entries.flatMap(({ student }) => format.render(student, record, report, SURROUNDINGS) ?? []);
    expect(files.length).toBeGreaterThan(0);
    for (const { text } of files) {
      expect(text).toContain('Your instructor has decided on these points.');
      expect(text).not.toContain('copied');
    }
  },
);
