import { beforeEach, expect, test } from 'vitest';
import { openClass } from '../../layouts/open-class.ts';
import { Store } from '../../store/store.ts';
import { REQUEST } from '../../store/store-fixture.ts';
import { storedRecords, type TinyClass, tinyClass } from './class-fixture.ts';
import { captured } from './command-fixture.ts';
import { type Ask, mayPrune } from './prune.ts';

// What --prune shows and asks before records go.

let small: TinyClass;

beforeEach(() => {
  small = tinyClass();
});

function handIn(from: number, to: number): void {
  for (let n = from; n < to; n++) small.handIn(`s${String(n).padStart(2, '0')}`, `// ${n}`);
}

test('a tenth of the records goes after it was shown', async () => {
  handIn(0, 10);
  await small.grade();
  small.leave('s03');
  const { code, err } = await small.grade('--prune');
  expect(err).toContain(
    `--prune drops 1 of 10 records, without a submission in ${small.class}:\n  s03 (0 of 10 points)\n`,
  );
  expect(code).toBe(0);
  expect(storedRecords(small.out)).toHaveLength(9);
});

test('more than a tenth wants --yes if nobody can be asked, and nothing changes before', async () => {
  handIn(0, 10);
  await small.grade();
  small.leave('s03');
  small.leave('s05');
  const refused = await small.grade('--prune');
  expect(refused.code).toBe(2);
  expect(refused.err).toMatch(
    /--prune would drop 2 of 10 records, which is more than a tenth: .* Say --yes to drop them; nothing was changed\n$/,
  );
  expect(storedRecords(small.out)).toHaveLength(10);
  expect((await small.grade('--prune', '--yes')).code).toBe(0);
  expect(storedRecords(small.out)).toHaveLength(8);
});

test.each([
  ['y', true],
  ['Yes', true],
  ['n', false],
  ['', false],
])('in a terminal it asks, and %j means %j', async (answer, isYes) => {
  handIn(0, 3);
  await small.grade();
  small.leave('s01');
  const store = await Store.reopen(small.out);
  const questions: string[] = [];
  const ask: Ask = (question) => {
    questions.push(question);
    return Promise.resolve(answer);
  };
  const { code } = await captured(async () => Number(await mayPrune(store, await openClass(small.class), false, ask)));
  await store.close();
  expect(questions).toEqual(['Drop 1 of 3 records? [y/N] ']);
  expect(code === 1).toBe(isYes);
});

test('where nobody left, nothing is shown', async () => {
  const store = await Store.open(small.out, REQUEST);
  handIn(0, 1);
  const { code, err } = await captured(async () =>
    Number(await mayPrune(store, await openClass(small.class), false, null)),
  );
  await store.close();
  expect([code, err]).toEqual([1, '']);
});
