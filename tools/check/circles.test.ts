import { expect, test } from 'vitest';
import { checkCircles } from './circles.ts';

const files = (texts: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(texts));

test('names a circle of two rooms once, with the imports that close it', () => {
  const faults = checkCircles(
    files({
      'grader/judge/judge.ts': "import type { Task } from '../process/protocol.ts';",
      'grader/process/pool.ts': "import { judge } from '../judge/judge.ts';",
      'grader/process/protocol.ts': 'export interface Task {}',
    }),
  );
  expect(faults).toEqual([
    {
      path: 'grader/judge',
      message:
        'a circle: grader/judge -> grader/process -> grader/judge (grader/judge/judge.ts imports ' +
        'grader/process/protocol.ts; grader/process/pool.ts imports grader/judge/judge.ts)',
    },
  ]);
});

test('finds a circle by way of a third room', () => {
  const faults = checkCircles(
    files({
      'grader/a/a.ts': "import '../b/b.ts';",
      'grader/b/b.ts': "import '../c/deep/c.ts';",
      'grader/c/deep/c.ts': "import '../../a/a.ts';",
    }),
  );
  expect(faults.map(({ path }) => path)).toEqual(['grader/a']);
});

test('lets formulas import each other across topics, and tests what they test', () => {
  expect(
    checkCircles(
      files({
        'reference/training/training-run.ts': "import '../perceptron/mlp-forward.ts';",
        'reference/perceptron/mlp-forward.ts': "import '../training/tanh.ts';",
        'reference/training/tanh.ts': '',
        'grader/a/a.test.ts': "import '../b/b.ts';",
        'grader/a/a.ts': '',
        'grader/b/b.ts': "import '../a/a.ts';",
      }),
    ),
  ).toEqual([]);
});
