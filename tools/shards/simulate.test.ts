import { expect, test } from 'vitest';
import { type Cluster, simulate } from './simulate.ts';

const CLUSTER: Cluster = {
  submissions: 10_000,
  nodes: 8,
  shards: 64,
  atOnce: 1,
  start: 0,
  median: 1,
  spread: 0,
  sync: 0,
  deaths: 0,
  requeue: 0,
  record: 1000,
  throughput: 1e6,
};

/** A generator of Lehmer, so that a run of the test is like any other. */
function seeded(): () => number {
  let state = 42;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test('without losses, 8 nodes take about an eighth of the work', () => {
  const { graded, ideal, requeued } = simulate(CLUSTER, seeded());
  expect(ideal).toBeCloseTo(10_000 / 8, 6);
  expect(graded).toBeGreaterThanOrEqual(ideal);
  expect(graded).toBeLessThan(1.2 * ideal);
  expect(requeued).toBe(0);
});

test('as many shards as nodes end with the largest of them', () => {
  const { graded, largestShard } = simulate({ ...CLUSTER, shards: 8 }, seeded());
  expect(graded).toBeCloseTo(largestShard, 6);
});

test('shards that die are requeued and done, at the cost of starting again', () => {
  const sound = simulate(CLUSTER, seeded());
  const dying = simulate({ ...CLUSTER, deaths: 0.2, requeue: 60, start: 10 }, seeded());
  expect(dying.requeued).toBeGreaterThan(5);
  expect(dying.graded).toBeGreaterThan(sound.graded);
  expect(dying.graded).toBeLessThan(2 * sound.graded);
});

test('a merge reads and writes in proportion to the records', () => {
  expect(simulate(CLUSTER, seeded()).merged).toBeCloseTo(60, 6);
});
