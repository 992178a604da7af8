import { availableParallelism } from 'node:os';
import { defineConfig, type Plugin } from 'vitest/config';
import { BACKENDS } from './accelerated/backend-names.ts';
import { entryPaths, nameOf } from './properties/entry/entries.ts';
import { askedFormulas } from './properties/suite/asked-formulas.ts';
import { clearCoverage, coverageFolder } from './properties/suite/coverage-data.ts';
import LongestFirst from './properties/suite/longest-first.ts';

// Each backend is a project: the same file in a process of its own. Modules load natively through tsx, so that V8's
// coverage is that of the files themselves.
const native = {
  pool: 'forks' as const,
  execArgv: ['--import', 'tsx'],
  experimental: { viteModuleRunner: false, nodeLoader: false },
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // What a browser comes to show is waited for: on a busy machine a page takes longer than vitest's second.
  expect: { poll: { timeout: 90_000 } },
  // vitest leaves one core to itself, and has next to nothing to do with it.
  maxWorkers: availableParallelism(),
};

/** The formulas, and the models that learn, on one backend. */
const BACKEND_TESTS = ['properties/suite/backend.test.ts', 'properties/models/backend.test.ts'];

/** What the tests of the reference reach is written down for `npm run coverage`, unless only some are asked for. */
const collectsCoverage: Plugin = {
  name: 'backproof:coverage',
  configureVitest({ vitest, project }) {
    if (vitest.getGlobalTestNamePattern() !== undefined) return;
    clearCoverage(project.config.root);
    project.config.env = { ...project.config.env, BACKPROOF_COVERAGE: coverageFolder(project.config.root) };
  },
};

/** `-t softmax` loads softmax alone, and its own test files alone of those that are not made for every formula. */
const loadsWhatIsAskedFor: Plugin = {
  name: 'backproof:asked-formulas',
  configureVitest({ vitest, project }) {
    const pattern = vitest.getGlobalTestNamePattern();
    const names = (pattern && askedFormulas(pattern.source, entryPaths().map(nameOf))) ?? [];
    project.config.env = { ...project.config.env, BACKPROOF_FORMULAS: names.join(',') };
    if (names.length === 0) return;
    if (BACKENDS.some((backend) => backend === project.name))
      project.config.include = ['properties/suite/backend.test.ts'];
    if (project.name !== 'reference') return;
    const own = entryPaths().filter((path) => names.includes(nameOf(path)));
    project.config.include = [
      'properties/suite/reference.test.ts',
      ...own.flatMap((path) => [`reference/${path}.test.ts`, `properties/${path}.test.ts`]),
    ];
  },
};

export default defineConfig({
  test: {
    reporters: ['./properties/suite/matrix-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [loadsWhatIsAskedFor, collectsCoverage],
        test: {
          ...native,
          name: 'reference',
          // Its files share nothing that they change, so one process takes many.
          isolate: false,
          setupFiles: ['./properties/suite/collect-coverage.ts'],
          include: ['reference/**/*.test.ts', 'properties/**/*.test.ts'],
          exclude: BACKEND_TESTS,
        },
      },
      {
        test: {
          ...native,
          name: 'grader',
          // Neither do these change what outlives a test: a process for each of a hundred files took half their time.
          isolate: false,
          include: [
            'host/**/*.test.ts',
            'grader/**/*.test.ts',
            'exercises/**/*.test.ts',
            'tools/**/*.test.ts',
            'site/**/*.test.ts',
          ],
        },
      },
      ...BACKENDS.map((backend) => ({
        plugins: [loadsWhatIsAskedFor],
        test: {
          ...native,
          name: backend,
          include: BACKEND_TESTS,
          env: { BACKPROOF_BACKEND: backend },
        },
      })),
    ],
  },
});
