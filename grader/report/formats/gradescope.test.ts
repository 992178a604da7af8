import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { gradescope } from './gradescope.ts';
import { renderedEach } from './report-fixture.ts';

// https://gradescope-autograders.readthedocs.io/en/latest/specs/: every key that it names, and no other.
const visibility = { enum: ['hidden', 'after_due_date', 'after_published', 'visible'] };
const format = { enum: ['text', 'html', 'simple_format', 'md', 'ansi'] };
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['score', 'tests'],
  properties: {
    score: { type: 'number' },
    execution_time: { type: 'number' },
    output: { type: 'string' },
    output_format: format,
    visibility,
    stdout_visibility: visibility,
    tests: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: {
          score: { type: 'number' },
          max_score: { type: 'number' },
          status: { enum: ['passed', 'failed'] },
          name: { type: 'string' },
          number: { type: 'string' },
          output: { type: 'string' },
          output_format: format,
          visibility,
        },
      },
    },
  },
};

test('every file is as Gradescope specifies', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  for (const text of renderedEach(gradescope).values()) {
    if (text !== null) expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  }
});

test('the score is that of the record, each test says why points are lost, a submission on which the grader failed has no file', () => {
  const files = renderedEach(gradescope);
  expect(JSON.parse(files.get('bob') ?? '')).toMatchObject({
    score: 3.5,
    tests: [
      { name: 'softmax', score: 3.5, max_score: 10, status: 'failed' },
      { name: 'adam', score: 0, status: 'failed', output: expect.stringMatching(/^does not end\n/) },
    ],
  });
  expect(files.get('bob')).toContain('Hint: Normalise each row.');
  expect(JSON.parse(files.get('inv') ?? '')).toMatchObject({
    score: 0,
    output: 'inv.ts:3: Unexpected token',
    tests: [],
  });
  expect(files.get('unlucky')).toBeNull();
});
