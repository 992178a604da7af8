import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { exercism } from './exercism.ts';
import { renderedEach } from './report-fixture.ts';

// https://github.com/exercism/docs/blob/main/building/tooling/test-runners/interface.md, version 3.
const message = { type: ['string', 'null'] };
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'status', 'tests'],
  properties: {
    version: { const: 3 },
    status: { enum: ['pass', 'fail', 'error'] },
    message,
    tests: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'status'],
        properties: {
          name: { type: 'string' },
          status: { enum: ['pass', 'fail', 'error'] },
          message,
          task_id: { type: 'integer' },
        },
      },
    },
  },
  anyOf: [
    { properties: { status: { const: 'error' }, message: { type: 'string' } }, required: ['message'] },
    { properties: { status: { enum: ['pass', 'fail'] }, message: { type: 'null' } } },
  ],
};

test('every file is as Exercism specifies', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  for (const text of renderedEach(exercism).values()) {
    expect(validate(JSON.parse(text ?? '')), JSON.stringify(validate.errors)).toBe(true);
  }
});

test('pass, fail and error', () => {
  const files = new Map([...renderedEach(exercism)].map(([id, text]) => [id, JSON.parse(text ?? '')]));
  expect(files.get('ada')).toMatchObject({
    status: 'pass',
    tests: [{ status: 'pass', message: null }, { status: 'pass' }],
  });
  expect(files.get('bob')).toMatchObject({
    status: 'fail',
    tests: [
      { name: 'softmax', status: 'fail', task_id: 1 },
      { name: 'adam', status: 'error', task_id: 2, message: expect.stringMatching(/^does not end\n/) },
    ],
  });
  expect(files.get('inv')).toMatchObject({ status: 'error', message: 'inv.ts:3: Unexpected token', tests: [] });
  expect(files.get('unlucky').message).toMatch(/grader itself failed/);
});
