import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../command-line/commands/command-fixture.ts';
import { UsageError } from '../text/errors.ts';
import { DrawingFile } from './drawing-file.ts';

const BIN = fileURLToPath(new URL('../bin.mjs', import.meta.url));
const DRAWING = { exercise: 'softmax', got: [1], expected: [2] };

function drawn(folder: string): unknown {
  return new DrawingFile(folder).read()('ada', 'softmax');
}

test('what is added is read, the newest of each', () => {
  const folder = temporaryFolder();
  for (const got of [[0], [1]]) {
    const file = new DrawingFile(folder);
    file.add('ada', [{ ...DRAWING, got }]);
    file.close();
    expect(file.lost).toBeNull();
  }
  expect(drawn(folder)).toMatchObject({ got: [1], expected: [2] });
  expect(new DrawingFile(folder).read()('ada', 'relu')).toBeNull();
});

test('a line that was torn costs itself alone', () => {
  const folder = temporaryFolder();
  appendFileSync(join(folder, 'drawings.jsonl'), '{"submission":"bob","exer');
  const file = new DrawingFile(folder);
  file.add('ada', [DRAWING]);
  file.close();
  expect(drawn(folder)).toMatchObject({ got: [1] });
});

// A limit on the size of files refuses what is appended as a full disk does, and lets the smaller files through.
test.skipIf(process.platform === 'win32')('where there is no room for pictures, every record is kept', () => {
  const root = temporaryFolder();
  for (const folder of ['class', 'out']) mkdirSync(join(root, folder));
  const wrong = 'export const relu = (z) => z;';
  for (const id of ['ada', 'bob']) writeFileSync(join(root, 'class', `${id}.js`), `${wrong} // ${id}`);
  writeFileSync(join(root, 'a.json'), JSON.stringify({ title: 'A', exercises: [{ name: 'relu', points: 1 }] }));
  const full = 'x'.repeat(4096 * 1024);
  writeFileSync(join(root, 'out', 'drawings.jsonl'), full);
  const words = ['grade', 'class', '-a', 'a.json', '-o', 'out', '--seed', '1', '--json'];
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', 'ulimit -f 4096; exec "$@"', 'bash', process.execPath, BIN, ...words],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stderr).toMatch(
    /^a seed is for trials [^\n]*\n[^\n]* is read as a plain class folder[^\n]*\nsome counterexamples have no picture .* all records are kept: .*drawings\.jsonl[^\n]*\n$/,
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ graded: 2, infraErrors: 0 });
  expect(readFileSync(join(root, 'out', 'results.jsonl'), 'utf8').split('\n')).toHaveLength(3);
  expect(readFileSync(join(root, 'out', 'drawings.jsonl'), 'utf8')).toBe(full);
});

test.skipIf(process.platform === 'win32').each([
  ['a link', (path: string) => symlinkSync(join(path, '..', 'elsewhere'), path)],
  ['a link that leads nowhere', (path: string) => symlinkSync('/nowhere/at/all', path)],
  ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
  ['a folder', (path: string) => mkdirSync(path)],
])('%s in its place is refused before anything is graded, and never written to', async (_, make) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'elsewhere'), 'kept');
  make(join(folder, 'drawings.jsonl'));
  const file = new DrawingFile(folder);
  await expect(file.expectOwn()).rejects.toThrow(UsageError);
  file.add('ada', [DRAWING]);
  expect(file.lost).not.toBeNull();
  expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('kept');
  expect(drawn(folder)).toBeNull();
  expect(existsSync('/nowhere')).toBe(false);
});
