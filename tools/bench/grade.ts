import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';
import { existingFolder } from '../command-line/existing-folder.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { judgedFigures, shownKept } from './grade/judged-figures.ts';
import { measureGrading } from './grade/measure.ts';
import { gradePage } from './grade/page.ts';
import { machine } from './machine.ts';

// `npm run bench:grade`: how fast the grader is, beside a vitest run per submission.

interface GradeBenchOptions {
  many: number;
  rounds: number;
  out: string;
}

const { many, rounds, out } = toolCommand(
  'npm run bench:grade --',
  'Grades classes of right and of wrong submissions and prints what a submission takes, beside a vitest run of each. Writes ' +
    'bench-grade.md, and exits with 1 if a promise is broken. Takes minutes.',
)
  .option('--many <n>', 'submissions of the largest class', wholeNumber(200), 1000)
  .option('--rounds <n>', 'how often the small classes are graded', wholeNumber(1), 5)
  .option(
    '--out <folder>',
    'where the page goes',
    existingFolder,
    fileURLToPath(new URL('../../docs', import.meta.url)),
  )
  .parse()
  .opts<GradeBenchOptions>();

const folder = await mkdtemp(join(tmpdir(), 'backproof-bench-'));
try {
  const figures = judgedFigures(await measureGrading(folder, { many, rounds, tell: (text) => console.log(text) }));
  const table = new Table({ head: ['figure', 'measured', 'promised', 'kept'], style: { head: [], border: [] } });
  table.push(...figures.map(({ what, measured, promised, kept }) => [what, measured, promised, shownKept(kept)]));
  console.log(table.toString());
  await writeFile(join(out, 'bench-grade.md'), gradePage(figures, machine()));
  process.exitCode = figures.some(({ kept }) => kept === false) ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
