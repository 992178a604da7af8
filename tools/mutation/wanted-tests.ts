/** The tests that are run for the mutants of some files. */
export interface WantedTests {
  /** the formulas that properties/suite/reference.test.ts tests, by name */
  formulas: string[];
  testFiles: string[];
}

const VARIABLE = 'BACKPROOF_MUTATION_TESTS';

/** The environment that asks a process for these tests. */
export function wanting(tests: WantedTests): Record<string, string> {
  return { [VARIABLE]: JSON.stringify(tests) };
}

/** The tests that this process was asked to run. */
export function wantedTests(): WantedTests {
  return JSON.parse(process.env[VARIABLE] ?? '{"formulas": [], "testFiles": []}') as WantedTests;
}
