import { expect, test } from 'vitest';
import { matchLines } from './match-lines.ts';

function named(start: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${start}${i}`);
}

test('a few of either kind are a line each, with the first names and how many there are', () => {
  const lines = matchLines({ submissions: named('s', 12), students: ['ada'], of: { submissions: 900, students: 800 } });
  expect(lines).toEqual({
    submissions: [
      'submissions of no student of the roster (12 of 900): s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 2 more',
    ],
    students: ['students without a submission (1 of 800): ada'],
  });
});

test('many of both kinds may be the same people: one line, which says what helps', () => {
  const of = { submissions: 900, students: 900 };
  const { submissions, students } = matchLines({ submissions: named('s', 225), students: named('u', 450), of });
  expect(submissions).toEqual([
    expect.stringMatching(
      /^225 of 900 submissions have no student in the roster \(s0, .* 215 more\), and 450 of its 900 students no submission \(u0, .*: if they are the same people, /,
    ),
  ]);
  expect(students).toEqual([]);
});

test.each([
  [224, 450],
  [225, 0],
])('%i submissions and %i students of 900 are not the same people', (strays, absent) => {
  const of = { submissions: 900, students: 900 };
  const { submissions } = matchLines({ submissions: named('s', strays), students: named('u', absent), of });
  expect(submissions[0]).toMatch(/^submissions of no student of the roster \(/);
});

test('all match: nothing to say', () => {
  expect(matchLines({ submissions: [], students: [], of: { submissions: 9, students: 9 } })).toEqual({
    submissions: [],
    students: [],
  });
});
