import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from './command-fixture.ts';

const BIN = fileURLToPath(new URL('../../bin.mjs', import.meta.url));

function file(content: string): string {
  const path = join(temporaryFolder(), 'args.json');
  writeFileSync(path, content);
  return path;
}

test('prints the value with all its digits; infinities are strings', async () => {
  const logits = file('[[[0, 0, "-Infinity"], ["Infinity", 0, 0]]]');
  expect(await run('compute', 'softmax', logits)).toEqual({
    code: 0,
    out: '[[0.5,0.5,0],["NaN","NaN","NaN"]]\n',
    err: '',
  });
});

test('words are read as words', async () => {
  const words = file(JSON.stringify([['<b>', '"', '🙂', 'cat'], [['<b>', '"', '🙂', 'dog', '1']], { maxOrder: 1 }]));
  expect(await run('compute', 'bleu', words)).toEqual({ code: 0, out: `${0.75 * Math.exp(-0.25)}\n`, err: '' });
});

test('with --batch every list has its value or its error', async () => {
  const lists = '[ [[[0, 0]]], [[[1, 2], [3]]], 7, [], [[[0]], {}, 1], [[[0, 0]], {"axis": 0}] ]';
  const { code, out } = await run('compute', 'softmax', file(lists), '--batch');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual([
    [[0.5, 0.5]],
    { error: expect.stringContaining('logits[1]') },
    { error: 'expected a list of arguments, got the number 7' },
    { error: expect.stringContaining('logits') },
    { error: expect.stringContaining('at most 2 arguments') },
    [[1, 1]],
  ]);
});

test('a batch of none is an empty list', async () => {
  expect((await run('compute', 'softmax', file('[]'), '--batch')).out).toBe('[]\n');
});

test.each([
  ['softmax', '[[[1, 2], [3]]]', 'softmax: logits[1]: expected 2 entries'],
  ['softmax', '[\n  [1,\n]', 'args.json:3:1 is not JSON: expected a value'],
  ['softmax', '[[[1e400, 1]]]', 'args.json: the number at line 1, column 4 is too large for float64'],
  ['softmax', '{"logits": []}', 'expected a list of arguments'],
  ['bleu', '[["the", "NaN"], [["the"]]]', 'bleu: candidate[1]: expected a string, got the number NaN'],
  ['bleu', '[["the", "two\\nlines"], [["the"]]]', 'bleu: candidate[1]: expected a token without white space'],
  ['sofmax', '[]', 'unknown formula sofmax (did you mean softmax?)'],
])('%s of %s is refused in one line', async (name, content, message) => {
  const { code, out, err } = await run('compute', name, file(content));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('a file that is not there, a folder and an unknown backend are wrong usage', async () => {
  const folder = temporaryFolder();
  expect(await run('compute', 'softmax', join(folder, 'no.json'))).toMatchObject({ code: 2 });
  expect(await run('compute', 'softmax', folder)).toMatchObject({ code: 2 });
  expect(await run('compute', 'softmax', file('[]'), '--with', 'gpu')).toMatchObject({ code: 2, out: '' });
});

test('a backend reads standard input and prints its float32 value, and nothing else', () => {
  const { status, stdout } = spawnSync(process.execPath, [BIN, 'compute', 'softmax', '-', '--with', 'cpu'], {
    input: '\uFEFF[[[0, 1]]]',
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const values = (JSON.parse(stdout) as number[][]).flat();
  expect(values).toEqual(values.map(Math.fround));
  expect(values[0]).toBeCloseTo(1 / (1 + Math.E), 6);
});
