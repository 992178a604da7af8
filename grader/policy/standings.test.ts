import { expect, test } from 'vitest';
import { inventedExercise, inventedRecord } from '../report/invented-records.ts';
import { nameless, type Student } from '../roster/student.ts';
import { isSameStanding, Standings, withStanding } from './standings.ts';

const POLICY = {
  due: '2026-11-20T12:00Z',
  timeZone: 'UTC',
  late: { graceMinutes: 0, perDay: 0.25, most: 1 },
};
const student = (id: string, more: Partial<Student>): Student => ({ ...nameless(id), ...more });

test('the roster says when a student handed in, and who is excused', () => {
  const roster = [student('ada', { submitted: '2026-11-20T13:00' }), student('bob', { excused: 'yes' })];
  const standings = new Standings(POLICY, ['ada', 'bob', 'cy'], { roster });
  expect(standings.of('ada')).toMatchObject({ late: { days: 1, share: 0.25 }, excused: false });
  expect(standings.of('bob')).toEqual({ late: null, excused: true });
  expect(standings.of('cy')).toEqual({ late: null, excused: false });
});

test('the roster counts before what the platform noted', () => {
  const handedIn = new Map([
    ['ada', { submittedAt: '2026-11-25T00:00Z', late: true as const }],
    ['bob', { submittedAt: '2026-11-21T12:01Z', late: true as const }],
  ]);
  const roster = [student('ada', { submitted: '2026-11-19T10:00' })];
  const standings = new Standings(POLICY, ['ada', 'bob'], { handedIn, roster });
  expect(standings.of('ada').late).toBeNull();
  expect(standings.of('bob').late).toMatchObject({ days: 2, share: 0.5 });
});

test('each of several submissions of a student has the standing of the student', () => {
  const roster = [student('ada', { canvasId: '12', excused: 'yes' })];
  const standings = new Standings({}, ['lovelaceada_12_1_a', 'lovelaceada_12_2_b'], { roster });
  expect(standings.of('lovelaceada_12_1_a').excused).toBe(true);
  expect(standings.of('lovelaceada_12_2_b').excused).toBe(true);
});

test('a record takes its standing, and gives it back', () => {
  const record = inventedRecord({ exercises: [inventedExercise({ points: 8, maxPoints: 10 })] });
  const roster = [student('ada', { submitted: '2026-11-20T13:00' })];
  const late = withStanding(record, new Standings(POLICY, ['ada'], { roster }).of('ada'));
  expect(late).toMatchObject({ points: 6, late: { points: 2 } });
  expect(isSameStanding(record, late)).toBe(false);
  const onTime = withStanding(late, new Standings(POLICY, ['ada'], { roster: null }).of('ada'));
  expect(onTime).toEqual(record);
  expect(isSameStanding(record, onTime)).toBe(true);
});
