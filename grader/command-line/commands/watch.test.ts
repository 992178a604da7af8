import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from './command-fixture.ts';
import { Changes } from './watch.ts';

const BIN = fileURLToPath(new URL('../../bin.mjs', import.meta.url));
const right = (remark: number): string => `export const relu = (z) => Math.max(0, z); // ${remark}`;

/** A watch in a process of its own, and what it has printed so far. */
class Watched {
  readonly #child: ChildProcessWithoutNullStreams;
  #out = '';

  constructor(...words: string[]) {
    this.#child = spawn(process.execPath, [BIN, 'check', '--watch', ...words]);
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
    });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  /** The next whole text that ends in what is awaited. */
  async next(ending: string): Promise<string> {
    while (!this.#out.includes(ending)) await new Promise((resolve) => setTimeout(resolve, 5));
    const end = this.#out.indexOf(ending) + ending.length;
    const text = this.#out.slice(0, end);
    this.#out = this.#out.slice(end);
    return text;
  }

  async interrupt(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGINT');
    return ended;
  }
}

test('answers each save, however the editor saves, and ends at Ctrl-C with 130', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'ada.js');
  writeFileSync(file, right(0));
  const watched = new Watched(file, '--exercise', 'relu', '--json');
  expect(JSON.parse(await watched.next('\n'))).toMatchObject({ exercises: [{ status: 'correct' }] });
  for (let save = 1; save <= 6; save += 1) {
    const code = save % 2 === 0 ? right(save) : `export const relu = (z) => ${save};`;
    if (save % 3 === 0) {
      writeFileSync(join(folder, '.ada.js.swp'), code);
      renameSync(join(folder, '.ada.js.swp'), file);
    } else if (save % 3 === 1) {
      rmSync(file);
      writeFileSync(file, code);
    } else writeFileSync(file, code);
    const record = JSON.parse(await watched.next('\n')) as { exercises: { status: string }[] };
    expect(record.exercises[0]?.status).toBe(save % 2 === 0 ? 'correct' : 'wrong');
  }
  expect(await watched.interrupt()).toBe(130);
});

test('a save ends the check of a submission that hangs', async () => {
  const file = join(temporaryFolder(), 'ada.js');
  writeFileSync(file, "export const relu = () => 'a'.repeat(2e5).replace(/(?=(a+))\\1*b/g, '');");
  const watched = new Watched(file, '--exercise', 'relu');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  writeFileSync(file, right(1));
  expect(await watched.next('correct\n')).toBe('✓ relu: correct\n');
  expect(await watched.interrupt()).toBe(130);
});

test('with --json a file that goes is a line too, and one that comes back is checked', async () => {
  const file = join(temporaryFolder(), 'ada.js');
  writeFileSync(file, right(0));
  const watched = new Watched(file, '--exercise', 'relu', '--json');
  await watched.next('\n');
  rmSync(file);
  const gone: unknown = JSON.parse(await watched.next('\n'));
  expect(gone).toEqual({ error: expect.stringContaining(`${file} does not exist`) });
  writeFileSync(file, right(0));
  expect(JSON.parse(await watched.next('\n'))).toMatchObject({ exercises: [{ status: 'correct' }] });
});

test.each(['ada.js', ''])('a folder that was moved away and made again is watched again (%j in it)', async (name) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = join(temporaryFolder(), 'work');
  mkdirSync(folder);
  const heard = vi.fn();
  const changes = await Changes.of(join(folder, name), heard);
  onTestFinished(() => changes.close());
  renameSync(folder, `${folder}-old`);
  mkdirSync(folder);
  vi.advanceTimersByTime(1000);
  // What the old watcher had to say of the move settles; then no poll serves any more.
  await new Promise((resolve) => setTimeout(resolve, 200));
  heard.mockClear();
  for (let save = 0; heard.mock.calls.length === 0; save += 1) {
    writeFileSync(join(folder, 'ada.js'), right(save));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
});
