import { defineConfig } from 'vitest/config';
import { BACKENDS } from './accelerated/backend-names.ts';

// Each backend is a project: the same file in a process of its own. Modules load natively through tsx, so that c8 sees
// what runs (see design.md, Tools).
const native = {
  pool: 'forks' as const,
  execArgv: ['--import', 'tsx'],
  experimental: { viteModuleRunner: false, nodeLoader: false },
  setupFiles: ['./properties/suite/flush-coverage.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    reporters: ['./properties/suite/matrix-reporter.ts'],
    projects: [
      {
        test: {
          ...native,
          name: 'reference',
          include: ['reference/**/*.test.ts', 'properties/**/*.test.ts'],
          exclude: ['properties/suite/backend.test.ts'],
        },
      },
      {
        test: {
          ...native,
          name: 'grader',
          include: ['grader/**/*.test.ts', 'exercises/**/*.test.ts', 'tools/**/*.test.ts'],
        },
      },
      ...BACKENDS.map((backend) => ({
        test: {
          ...native,
          name: backend,
          include: ['properties/suite/backend.test.ts'],
          env: { BACKPROOF_BACKEND: backend },
        },
      })),
    ],
  },
});
