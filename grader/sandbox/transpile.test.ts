import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const CHILD = fileURLToPath(new URL('transpile.child.ts', import.meta.url));

test.skipIf(process.platform === 'win32')('esbuild that was killed is started again', () => {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', CHILD], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual({ before: true, killed: true, after: true });
});
