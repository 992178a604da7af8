import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMATS } from './formats.ts';

const ROOT = join(import.meta.dirname, '../../..');

test("README's row of `report` lists the formats of its help, in their order", () => {
  const row = /^\| `npx backproof report .*?\| (?<formats>[^;|]*);/mu.exec(
    readFileSync(join(ROOT, 'README.md'), 'utf8'),
  );
  expect(row?.groups?.['formats']).toBe(FORMATS.map(({ name }) => name).join(', '));
});
