import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { findSourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

// Writes down which lines and branches of reference/ a test file reached, in the form of NODE_V8_COVERAGE, which c8 reads.
// That variable itself would write 20 MB for each test file: all modules that are loaded, with their sources.

const folder = process.env['BACKPROOF_COVERAGE'];
const REFERENCE = new URL('../../reference/', import.meta.url).href;

// One session for a process, which may take several files: each of them evaluates this module anew.
const KEY = Symbol.for('backproof.coverage');

if (folder !== undefined) {
  const begun: unknown = Reflect.get(globalThis, KEY);
  const session = begun instanceof Session ? begun : await begin();
  Reflect.set(globalThis, KEY, session);
  afterAll(async () => write(folder, session));
}

async function begin(): Promise<Session> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return session;
}

/** Writes what was reached since the last time. */
async function write(into: string, session: Session): Promise<void> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const reached = result.filter(({ url }) => url.startsWith(REFERENCE) && !url.includes('.test.ts'));
  const maps = reached.map(({ url }) => {
    const map = findSourceMap(fileURLToPath(url));
    // The types of Node 20 do not know of the lengths. tsx gives no content, and c8 takes that for an empty file.
    if (!map || !('lineLengths' in map)) throw new Error(`${url}: no source map`);
    const { sourcesContent: _, ...data } = map.payload;
    return [url, { lineLengths: map.lineLengths, data }] as const;
  });
  mkdirSync(into, { recursive: true });
  const file = join(into, `coverage-${process.pid}-${Date.now()}-${performance.now()}.json`);
  writeFileSync(file, JSON.stringify({ result: reached, 'source-map-cache': Object.fromEntries(maps) }));
}
