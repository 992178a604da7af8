import { posix } from 'node:path';
import ts from 'typescript';
import type { Fault } from './fault.ts';

/** What the files of a tree may import: these trees, and only these packages if they are limited. */
const RULES: Readonly<Record<string, { trees: readonly string[]; packages?: RegExp }>> = {
  host: { trees: ['host'] },
  reference: { trees: ['reference'], packages: /^ndarray$/ },
  accelerated: { trees: ['host', 'reference', 'accelerated'], packages: /^(@tensorflow\/.*|node:.*)$/ },
  properties: { trees: ['host', 'reference', 'accelerated', 'properties'] },
  exercises: { trees: ['host', 'reference', 'accelerated', 'properties', 'exercises'] },
  grader: { trees: ['host', 'reference', 'accelerated', 'properties', 'exercises', 'grader'] },
};

/** Imports of one file that point against host <- reference <- accelerated <- properties <- exercises <- grader. */
export function checkImports(path: string, text: string): Fault[] {
  const tree = path.slice(0, path.indexOf('/'));
  const rule = RULES[tree];
  const isTest = /(\.test|-fixture)\.ts$/.test(path);
  const faults: Fault[] = [];
  for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
    const target = fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName) : null;
    if (target !== null && /\.test(\.ts)?$/.test(target)) faults.push({ path, message: `imports the test ${target}` });
    if (!rule) continue;
    if (target === null) {
      // A test, and what several tests share, may use what it tests with.
      if (isTest || !rule.packages || rule.packages.test(fileName)) continue;
      faults.push({ path, message: `imports the package '${fileName}', which ${tree}/ must not need` });
    } else {
      const other = target.slice(0, Math.max(0, target.indexOf('/')));
      if (rule.trees.includes(other)) continue;
      faults.push({ path, message: `imports ${target}; ${tree}/ imports from ${rule.trees.join(', ')} alone` });
    }
  }
  return faults;
}
