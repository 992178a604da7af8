import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

// Replaces vitest while mutants are run (tsconfig.json beside this file): the same test files are collected here once
// and then called for each mutant, in one process. Starting vitest for each would take hours.

/** A test of the reference project. */
export interface CollectedTest {
  /** file and full name */
  id: string;
  run: () => Promise<void>;
}

type Body = () => unknown;

interface Scope {
  name: string;
  after: Body[];
}

// Kept with the process, since this file may be loaded by two paths: that of the project and that of a sandbox.
const KEY = Symbol.for('backproof.collected-tests');
const registry = globalThis as unknown as { [KEY]?: { tests: CollectedTest[]; scopes: Scope[] } };
registry[KEY] ??= { tests: [], scopes: [] };
const { tests, scopes } = registry[KEY];

/** Imports a test file and returns its tests. */
export async function collect(file: string, load: () => Promise<unknown>): Promise<CollectedTest[]> {
  scopes.push({ name: file, after: [] });
  await load();
  scopes.pop();
  return tests.splice(0);
}

export function describe(name: string, ...rest: [Body] | [object, Body]): void {
  scopes.push({ name, after: [] });
  (rest.at(-1) as Body)();
  scopes.pop();
}

export function test(name: string, ...rest: [Body] | [object, Body]): void {
  const body = rest.at(-1) as Body;
  const inside = [...scopes];
  const run = async (): Promise<void> => {
    try {
      await body();
    } finally {
      for (const { after } of inside) for (const hook of after) await hook();
    }
  };
  tests.push({ id: [...inside.map((scope) => scope.name), name].join(' > '), run });
}

type ForEachRow = (name: string, body: (...row: unknown[]) => unknown) => void;

/** What makes a test, or a group of them, of each row. */
function each(make: (name: string, body: Body) => void): (rows: readonly unknown[]) => ForEachRow {
  return (rows) => (name, body) => {
    for (const [i, row] of rows.entries()) make(`${name} #${i}`, () => body(...(Array.isArray(row) ? row : [row])));
  };
}

describe.each = each(describe);
test.each = each(test);

export function afterEach(hook: Body): void {
  scopes.at(-1)?.after.push(hook);
}

/** Only properties/suite/collect-coverage.ts uses it, which has no part in this. */
export function afterAll(): void {}

const before = new Map<string, string | undefined>();

export const vi = {
  stubEnv(name: string, value: string): void {
    if (!before.has(name)) before.set(name, process.env[name]);
    process.env[name] = value;
  },
  unstubAllEnvs(): void {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    before.clear();
  },
};

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const { expect } = chai;
