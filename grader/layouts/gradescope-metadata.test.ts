import { expect, test } from 'vitest';
import { readMetadata } from './gradescope-metadata.ts';

const TEXT = `---
submission_11:
  :submitters:
  - :name: Ada Lovelace
    :sid: '007'
    :email: ada@x.org
  - :name: "Bob: Hopper"
    :sid:
    :email: bob@x.org
  :created_at: !ruby/object:ActiveSupport::TimeWithZone
    utc: 2026-11-01 12:00:00.000000000 Z
  :score: 1.0
  :results:
    tests:
    - output: |
        submission_99:
          :submitters:
:submission_12:
  :submitters:
    - :name: Cara
      :sid: 12
  :created_at: 2026-11-01 13:00:00.500000000 Z
`;

test('submitters and times, of members of a group too', () => {
  const { submissions, faults } = readMetadata(TEXT);
  expect(faults).toEqual([]);
  expect(submissions.get('submission_11')?.submittedAt).toBe('2026-11-01T12:00:00Z');
  expect(submissions.get('submission_11')?.people).toEqual([
    { name: 'Ada Lovelace', sisId: '007', email: 'ada@x.org' },
    { name: 'Bob: Hopper', email: 'bob@x.org' },
  ]);
  expect(submissions.get('submission_12')).toEqual({
    people: [{ name: 'Cara', sisId: '12' }],
    submittedAt: '2026-11-01T13:00:00Z',
  });
});

test('a file that was cut off in the middle loses its last submission alone, and says so', () => {
  const { submissions, faults } = readMetadata(TEXT.slice(0, TEXT.indexOf('    - :name: Cara')));
  expect([...submissions.keys()]).toEqual(['submission_11']);
  expect(faults).toEqual(['submission_12 cannot be read (it names no submitters): export the submissions again']);
});

test('what is not YAML costs its own submission', () => {
  const { submissions, faults } = readMetadata(`submission_1:\n  :submitters: [\n${TEXT}`);
  expect([...submissions.keys()]).toEqual(['submission_11', 'submission_12']);
  expect(faults).toHaveLength(1);
});
