import { expect, test } from 'vitest';
import { nameless } from '../roster/student.ts';
import { classReport } from './class-report.ts';
import { inventedExercise, inventedRecord } from './invented-records.ts';
import { anonymousReport, pseudonymsOf } from './pseudonyms.ts';

const KEY = 'ab'.repeat(32);

test('pseudonyms are different for different students and keys, and the same in every report', () => {
  const ids = Array.from({ length: 3000 }, (_, i) => `s${i}`);
  const all = pseudonymsOf(ids, KEY);
  expect(new Set(all.values()).size).toBe(3000);
  expect(pseudonymsOf(['s7', 's8'], KEY).get('s7')?.slice(0, 14)).toBe(all.get('s7')?.slice(0, 14));
  expect(pseudonymsOf(['s7'], 'cd'.repeat(32)).get('s7')).not.toBe(all.get('s7'));
  expect(all.get('s7')).toMatch(/^student-[0-9a-f]{6,}$/);
});

test('nothing of the id is left in the record', () => {
  const exercise = inventedExercise({ message: 'thrown in ada.b.ts:3, by ada.b', line: 'ada.b.ts:3' });
  const record = inventedRecord({
    submission: 'ada.b',
    message: 'ada.b/x.ts does not load',
    similarTo: ['bob'],
    exercises: [exercise],
  });
  const about = { assignment: 'w', title: 'W', exercises: ['softmax'] };
  const roster = [{ ...nameless('ada.b'), name: 'Ada Lovelace', section: 'Monday' }];
  const { report } = anonymousReport(classReport(about, [record, inventedRecord({ submission: 'bob' })], roster), KEY);
  const hidden = [...report.records].find(({ similarTo }) => similarTo.length > 0);
  expect(JSON.stringify([[...report.records], report.entries, [...report.strays]])).not.toMatch(/ada|bob|lovelace/i);
  expect(report.entries[0]?.student.section).toBe('Monday');
  expect(hidden?.exercises[0]?.line).toMatch(/^student-[0-9a-f]{6}\.ts:3$/);
});
