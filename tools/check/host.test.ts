import { expect, test } from 'vitest';
import { checkHost } from './host.ts';

const checked = (files: Record<string, string>): string[] =>
  checkHost(new Map(Object.entries(files))).map(({ path, message }) => `${path}: ${message.split(',')[0]}`);

test.each([
  ['reference/losses/a.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
  ['reference/losses/a.ts', "import { readFileSync } from 'fs';", 'fs'],
  ['properties/text/a.ts', "export { join } from 'node:path';", 'node:path'],
  ['exercises/a.ts', "export const load = () => import('node:fs');", 'node:fs'],
  ['grader/judge/a.ts', 'export const now = (): number => process.uptime();', 'process'],
  ['grader/secret/a.ts', "export const bytes = Buffer.from('a');", 'Buffer'],
  ['grader/style/a.ts', "const { join } = require('path');", 'require'],
  ['grader/oracle/oracle.ts', 'setImmediate(() => undefined);', 'setImmediate'],
  ['accelerated/a.ts', 'export const here = [__dirname];', '__dirname'],
])('%s may not hold %s', (path, text, need) => {
  expect(checked({ [path]: text })).toContain(`${path}: needs ${need}`);
});

test('what the engine of the page reaches may not need Node either', () => {
  const files = {
    'site/engine/worker.ts': "import { serve } from '../../grader/process/serve.ts';\nserve();",
    'grader/process/serve.ts': "import { linesOf } from '../store/lines.ts';\nexport const serve = linesOf;",
    'grader/store/lines.ts': "import { open } from 'node:fs/promises';\nexport const linesOf = open;",
    'grader/store/other.ts': "import 'node:fs';",
  };
  expect(checked(files)).toEqual(['grader/store/lines.ts: needs node:fs/promises']);
});

test.each([
  [
    'through the host',
    { 'reference/a.ts': "import { f } from '../host/host.ts';", 'host/host.ts': "import 'node:fs';" },
  ],
  ['for a type', { 'grader/judge/a.ts': "import type { B } from '../b.ts';", 'grader/b.ts': "import 'node:fs';" }],
  ['in a test', { 'grader/judge/a.test.ts': "import 'node:fs';" }],
  ['in Node alone', { 'grader/oracle/oracle-cache.ts': "import 'node:fs';", 'grader/store/a.ts': "import 'node:fs';" }],
  ['by name only', { 'grader/sandbox/a.ts': "const a = { process: 1 };\nexport const b = [a.process, 'Buffer'];" }],
])('Node is needed %s, which is no fault', (_, files) => {
  expect(checked(files)).toEqual([]);
});
