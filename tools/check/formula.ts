import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Exercise } from '../../exercises/exercise.ts';
import { stubOf } from '../../exercises/stub.ts';
import type { Entry } from '../../properties/entry/entry.ts';
import { plain } from '../../properties/entry/subject.ts';
import { signatureOf } from '../../properties/parameters/signature.ts';
import type { ContractRow } from './contract.ts';
import { checkDefaults } from './defaults.ts';
import { checkDocstring } from './docstring.ts';
import { checkEntry, checkMisconceptions } from './entry.ts';
import { checkExercise } from './exercise.ts';
import type { Fault } from './fault.ts';
import type { Begun } from './files.ts';
import { checkInstructions } from './instructions.ts';
import { checkPlainExample } from './plain-example.ts';
import { exportedNames, parsed } from './source.ts';
import { checkStub } from './stub.ts';
import { checkToldApart } from './told-apart.ts';
import { checkMath, checkMathIn } from './words-in-math.ts';

/**
 * What is wrong inside the files of one formula; files that are missing are left to `checkFiles`. A check that needs a file
 * with gaps waits until they are filled: the gaps themselves are named already.
 */
export async function checkFormula(
  root: string,
  formula: Begun,
  contract: ContractRow | undefined,
  withGaps: ReadonlySet<string> = new Set(),
): Promise<Fault[]> {
  const { row, path, present } = formula;
  const files = {
    reference: `reference/${path}.ts`,
    accelerated: `accelerated/${path}.ts`,
    properties: `properties/${path}.ts`,
    misconceptions: `properties/${path}.misconceptions.ts`,
    exercise: `exercises/${path}/exercise.ts`,
    instructions: `exercises/${path}/instructions.md`,
  };
  const faults: Fault[] = [];
  const report = (file: string, messages: readonly string[]): void => {
    faults.push(...messages.map((message) => ({ path: file, message })));
  };
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const complete = (...needed: readonly string[]): boolean =>
    needed.every((file) => present.has(file) && !withGaps.has(file));

  for (const file of [files.reference, files.accelerated]) {
    if (present.has(file)) report(file, checkExports(file, text(file), row));
  }
  const module = present.has(files.reference) ? await load<Record<string, unknown>>(root, files.reference) : null;
  for (const file of [files.reference, files.instructions]) {
    if (complete(file)) report(file, checkMathIn(text(file)));
  }
  if (module) {
    if (typeof module === 'string') report(files.reference, [module]);
    else if (complete(files.reference))
      report(files.reference, checkDocstring(files.reference, text(files.reference), row, module));
  }

  // An entry cannot be loaded without the files that it imports, and those are named as missing.
  const loadable = [files.reference, files.properties, files.misconceptions];
  if (!loadable.every((file) => present.has(file) || (file === files.reference && !row.tracks.has('R')))) return faults;
  const entry = await loadExport<Entry>(root, files.properties, row.id);
  if (typeof entry === 'string') {
    report(files.properties, [entry]);
    return faults;
  }
  if (complete(files.properties)) {
    report(files.properties, [...checkEntry(entry, row), ...checkMath(entry.latex)]);
    if (complete(files.reference) && module && typeof module !== 'string') {
      report(files.reference, checkDefaults(entry, text(files.reference)));
      report(files.reference, checkPlainExample(entry, files.reference, text(files.reference), module));
    }
    if (complete(files.misconceptions)) report(files.misconceptions, checkMisconceptions(entry, contract));
  }
  const computes = !withGaps.has(files.reference) && complete(files.properties);
  if (computes && complete(files.misconceptions))
    report(files.misconceptions, checkToldApart(entry, contract?.relative));

  if (!present.has(files.exercise)) return faults;
  const exercise = await loadExport<Exercise>(root, files.exercise, 'exercise');
  if (typeof exercise === 'string') {
    report(files.exercise, [exercise]);
    return faults;
  }
  if (complete(files.properties, files.exercise)) {
    report(files.exercise, checkExercise(exercise, entry, contract));
    // It is called on an edge; an entry that has none is at fault already.
    const ofStub = Object.keys(entry.edges).length === 0 ? [] : await checkStub(stubOf(entry), entry);
    report(
      files.exercise,
      ofStub.map((message) => `the stub ${message}`),
    );
  }
  if (computes && complete(files.instructions)) {
    const reference = plain(entry, entry.reference);
    const signature = signatureOf(entry.id, entry.parameters, entry.result);
    report(
      files.instructions,
      checkInstructions(text(files.instructions), { id: row.id, signature }, (...args) => reference(args)),
    );
  }
  return faults;
}

/** The main export, and the gradient if the track asks for one. */
function checkExports(file: string, text: string, row: Begun['row']): string[] {
  const names = exportedNames(parsed(file, text));
  const wanted = row.tracks.has('G') ? [row.id, `${row.id}Gradient`] : [row.id];
  return wanted.filter((name) => !names.includes(name)).map((name) => `exports no '${name}'`);
}

/** The module, or why it does not load. */
async function load<T>(root: string, file: string): Promise<T | string> {
  try {
    return (await import(pathToFileURL(join(root, file)).href)) as T;
  } catch (error) {
    return `does not load: ${messageOf(error)}`;
  }
}

async function loadExport<T extends object>(root: string, file: string, name: string): Promise<T | string> {
  const module = await load<Record<string, T | undefined>>(root, file);
  return typeof module === 'string' ? module : (module[name] ?? `exports no '${name}'`);
}
