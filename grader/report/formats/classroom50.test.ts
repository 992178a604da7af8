import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { classReport } from '../class-report.ts';
import { classroom50 } from './classroom50.ts';
import { called, RECORDS, renderedEach, SURROUNDINGS } from './report-fixture.ts';

// As https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json says it.
const text = { type: 'string', minLength: 1 };
const instant = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$' };
const whole = { type: 'integer', minimum: 0 };
const properties = {
  schema: { const: 'classroom50/result/v1' },
  classroom: text,
  assignment: text,
  assignment_type: { enum: ['individual', 'group'] },
  owner: text,
  submission: { type: 'string', pattern: '^submit/' },
  commit: text,
  release: text,
  review: text,
  datetime: instant,
  score: whole,
  'max-score': whole,
  tests: {
    type: 'array',
    items: {
      type: 'object',
      required: ['test-name', 'passed', 'score', 'max-score'],
      properties: { 'test-name': text, passed: { type: 'boolean' }, score: whole, 'max-score': whole },
    },
  },
};
const schema = {
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, graded_at: instant },
};

test('every file is as the published schema asks, and no score is above its maximum', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  for (const file of renderedEach(classroom50).values()) {
    if (file === null) continue;
    const result = JSON.parse(file);
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    for (const part of [result, ...result.tests]) expect(part.score).toBeLessThanOrEqual(part['max-score']);
  }
});

test('3.5 of 20 points are 350 of 2000: whole numbers, and nothing lost by rounding', () => {
  const files = renderedEach(classroom50);
  expect(JSON.parse(files.get('bob') ?? '')).toMatchObject({ score: 350, 'max-score': 2000, owner: 'bob' });
  expect(JSON.parse(files.get('ada') ?? '')).toMatchObject({ owner: 'alove', assignment: 'sheet-1' });
  expect(files.get('unlucky')).toBeNull();
});

test('the environment of the runner names the one submission, and none in a class', () => {
  const env = {
    CLASSROOM: 'cs',
    ASSIGNMENT: 'sheet-1',
    OWNER: 'octocat',
    SUBMISSION_TAG: 'submit/2025-1',
    COMMIT_URL: 'c',
  };
  const surroundings = { ...SURROUNDINGS, env };
  const ownerOf = (records: typeof RECORDS): unknown => {
    const report = classReport(called('x'), records, null);
    const [entry] = report.entries;
    if (!entry?.record) throw new Error('the fixture has one');
    return JSON.parse(classroom50.render(entry.student, entry.record, report, surroundings)?.[0]?.text ?? '');
  };
  expect(ownerOf(RECORDS.slice(0, 1))).toMatchObject({
    classroom: 'cs',
    assignment: 'sheet-1',
    owner: 'octocat',
    submission: 'submit/2025-1',
    commit: 'c',
    review: 'c',
  });
  expect(ownerOf(RECORDS)).toMatchObject({ owner: 'ada', classroom: 'unknown' });
});
