import { expect, test } from 'vitest';
import { inventedExercise, inventedRecord } from '../report/invented-records.ts';
import { parseRecordLine, recordLine } from './record-line.ts';

const HEADER = { assignment: 'slice', seed: 424242, keyHash: null };

test('a record of before notes were kept is read as one without notes', () => {
  const { notes: _, ...old } = inventedExercise();
  const line = JSON.stringify({ ...inventedRecord(), exercises: [old] });
  expect(parseRecordLine(line, HEADER).record?.exercises).toEqual([inventedExercise({ notes: [] })]);
});

test('notes are kept', () => {
  const record = inventedRecord({ exercises: [inventedExercise({ notes: ['epsilon is 1e-8'] })] });
  expect(parseRecordLine(recordLine(record), HEADER).record).toEqual(record);
});
