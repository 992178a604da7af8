import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileNameOf, parseCatalogue } from './catalogue.ts';
import { checkCircles } from './circles.ts';
import { parseContract } from './contract.ts';
import type { Fault } from './fault.ts';
import { checkFiles } from './files.ts';
import { checkFormula } from './formula.ts';
import { gapsBelow } from './gaps.ts';
import { checkGuide } from './guide.ts';
import { checkHost } from './host.ts';
import { checkImports } from './imports.ts';
import { filesBelow, TREES } from './tree-files.ts';

/** What a check of the whole project found. */
export interface ProjectReport {
  formulas: number;
  exercises: number;
  faults: readonly Fault[];
  /** what is still to be filled in, in files that `npm run new-formula` wrote */
  gaps: readonly Fault[];
  /** the ids that nobody has begun, by section of the catalogue */
  ahead: ReadonlyMap<string, readonly string[]>;
}

/**
 * Checks that the trees below `root` agree with the catalogue, the contract and each other: everything, or the files of
 * the formulas of the given names.
 */
export async function checkProject(root: string, asked?: ReadonlySet<string>): Promise<ProjectReport> {
  const rows = parseCatalogue(readFileSync(join(root, 'catalogue.md'), 'utf8'));
  const contract = parseContract(readFileSync(join(root, 'docs/contract.md'), 'utf8'));
  const files = TREES.flatMap((tree) => filesBelow(root, tree));
  const everything = checkFiles(
    rows,
    files.filter((file) => /^(reference|accelerated|properties|exercises)\//.test(file)),
  );
  const isAsked = ownerOf(asked);
  const begun = everything.begun.filter(({ row }) => asked?.has(row.id) ?? true);
  const found = everything.faults.filter(({ path }) => isAsked(path));
  const gaps = gapsBelow(root, files.filter(isAsked));
  const withGaps = new Set(gaps.map(({ path }) => path));
  for (const formula of begun) {
    found.push(...(await checkFormula(root, formula, contract.get(formula.row.id), withGaps)));
  }
  const texts = new Map(
    files
      .filter((path) => /\.(ts|mjs)$/.test(path) && isAsked(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
  for (const [path, text] of texts) found.push(...checkImports(path, text));
  if (!asked) found.push(...checkCircles(texts), ...checkGuide(root), ...checkHost(texts));
  const ids = new Set(begun.map(({ row }) => row.id));
  const ahead = new Map<string, string[]>();
  for (const { id, section } of rows) {
    if (!ids.has(id) && (asked?.has(id) ?? true)) ahead.set(section, [...(ahead.get(section) ?? []), id]);
  }
  const exercises = begun.filter(({ present }) => [...present].some((file) => file.endsWith('/exercise.ts'))).length;
  return { formulas: begun.length, exercises, faults: found, gaps, ahead };
}

/** Whether a file is of one of the formulas, by its name; where none is asked for, every file is. */
function ownerOf(asked: ReadonlySet<string> | undefined): (path: string) => boolean {
  if (!asked) return () => true;
  const names = new Set([...asked].map(fileNameOf));
  return (path) => {
    const [, , file = ''] = path.replace(/^tools\/(accuracy\/exact|bench\/sizes)\//, 'tools/').split('/');
    return names.has(file.replace(/\..*$/, ''));
  };
}
