import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { exerciseSummaries, instructionsOf, loadExercises } from '../../../exercises/exercises.ts';
import { stubOf } from '../../../exercises/stub.ts';
import type { Assignment } from '../../assignment/assignment.ts';
import { readAssignment } from '../../assignment/read-assignment.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { checkCommandLine } from '../../text/command-line.ts';
import { codeOf, UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { shownPoints } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';
import { inColour } from './options.ts';

interface StartOptions {
  json?: boolean;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  ENAMETOOLONG: 'the path is too long',
  ENOENT: 'a folder cannot be made there',
};

/** `backproof start A DIR` */
export function startCommand(finish: (code: number) => void): Command {
  return new Command('start')
    .description(
      'Writes a stub and instructions for each exercise, and a README that says what to do. Overwrites nothing.',
    )
    .argument('<assignment>', 'a bundled assignment (`backproof list` names them) or a JSON file')
    .argument('<dir>', 'where the files go; made if it does not exist')
    .option('--json', 'print the files written and kept as JSON')
    .addHelpText('after', '\nExample:\n  backproof start activations ada/')
    .action(async (assignment: string, folder: string, options: StartOptions) =>
      finish(await start(assignment, folder, options)),
    );
}

async function start(nameOrPath: string, folder: string, options: StartOptions): Promise<number> {
  const known = await exerciseSummaries();
  const assignment = await readAssignment(nameOrPath, known);
  await makeOwnFolder(folder);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [file, text] of await filesOf(assignment, folder)) {
    // A student who works in JavaScript needs no stub beside it: two functions of one name are an error.
    const there = [file, file.replace(/\.ts$/, '.js'), file.replace(/\.ts$/, '.mjs')].find((name) =>
      existsSync(join(folder, name)),
    );
    if (there === undefined && (await writeNew(join(folder, file), text))) written.push(join(folder, file));
    else kept.push(join(folder, there ?? file));
  }
  if (options.json) process.stdout.write(jsonLine({ assignment: assignment.name, dir: folder, written, kept }));
  else process.stdout.write(report(folder, written, kept));
  return 0;
}

async function makeOwnFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new UsageError(`${folder} is a file or lies in one: name a folder`);
    throw unwritable(folder, error);
  }
}

/** Each file's name and text, the README last. */
async function filesOf(assignment: Assignment, folder: string): Promise<[string, string][]> {
  const names = assignment.exercises.map(({ name }) => name);
  const exercises = await loadExercises(new Set(names));
  const place = ({ name }: { name: string }): number => names.indexOf(name);
  const files = exercises
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((exercise): [string, string][] => [
      [`${exercise.name}.ts`, stubOf(exercise.entry)],
      [`${exercise.name}.md`, instructionsOf(exercise)],
    ]);
  return [...files, ['README.md', readme(assignment, folder)]];
}

function readme({ title, exercises }: Assignment, folder: string): string {
  const total = exercises.reduce((sum, { points }) => sum + points, 0);
  const rows = exercises.map(({ name, points }) => `| [${name}](${name}.md) | ${name}.ts | ${shownPoints(points)} |`);
  return `# ${printableLine(title)}

1. Read \`<exercise>.md\`, then write the function in \`<exercise>.ts\`, in place of the \`throw\`. The name and the
   parameters stay as they are; helpers of your own and further files are fine, and files may import each other
   (\`./math.ts\`). If you prefer JavaScript, rename a file to \`.js\` and remove the types.
2. Check your work, as often as you like:

       ${checkCommandLine(folder)}

   It explains first what you saved last, and shows what your code prints by \`console\`. With \`--watch\` it answers each save.
   Points are given for each function on its own, so what is not finished yet costs nothing else.
3. Hand in this folder, or a zip of it.

| exercise | file | points |
|---|---|---:|
${rows.join('\n')}
| | | ${shownPoints(total)} |
`;
}

/** Writes a file that does not exist yet, whole or not at all. False if the name is taken. */
async function writeNew(path: string, text: string): Promise<boolean> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unwritable(path, error);
  }
  try {
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    // Half a stub would be kept by the next run.
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw unwritable(path, error);
  }
}

function report(folder: string, written: readonly string[], kept: readonly string[]): string {
  const colours = pc.createColors(inColour(process.stdout));
  const lines = [
    ...written.map((path) => `${colours.green('written')}  ${printableLine(path)}`),
    ...kept.map((path) => `${colours.yellow('kept')}     ${printableLine(path)} (existed)`),
    '',
    `Next: read ${printableLine(join(folder, 'README.md'))}; check your work with: ${checkCommandLine(folder)}`,
  ];
  return `${lines.map((line) => `${line}\n`).join('')}`;
}

function unwritable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  return code === null ? error : new UsageError(`${path} cannot be written: ${REASONS[code] ?? code}`);
}
