import v8 from 'node:v8';
import { afterAll } from 'vitest';

// Without this a worker that vitest ends early takes its counts with it, and c8 reports nothing or a false 100 %.
afterAll(() => {
  if (process.env['NODE_V8_COVERAGE']) v8.takeCoverage();
});
