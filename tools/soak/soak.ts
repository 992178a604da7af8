import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepRun } from '../../grader/run/kept-run.ts';
import { replaceFile } from '../../grader/store/durable.ts';
import { toolCommand } from '../command-line/tool-command.ts';
import { wholeNumber } from '../command-line/whole-number.ts';
import { cpFile } from './cp-file.ts';
import { measured } from './measured.ts';
import { soakGrading } from './soak-grading.ts';
import { drawingLines, readOriginal, recordLines } from './synthetic-records.ts';

// `npm run soak`: what a large class takes: the memory of each report, and of a run that grades it.

const BIN = fileURLToPath(new URL('../../grader/bin.mjs', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const MOST_MEBIBYTES = 300;

const { records, submissions, from } = toolCommand(
  'npm run soak --',
  'Writes the reports of a made-up class of many records, and grades many submissions, in a process of its own each, and prints ' +
    `time and memory. Exits with 1 if the report takes ${MOST_MEBIBYTES} MiB or more, or the memory of a run is not flat.`,
)
  .option('--records <n>', 'records to report on', wholeNumber(1), 10_000)
  .option('--submissions <n>', 'submissions to grade; 100000 take hours', wholeNumber(0), 0)
  .option('--from <dir>', 'the results that records are made from; without it the bundled class is graded')
  .parse()
  .opts<{ records: number; submissions: number; from?: string }>();

const folder = await mkdtemp(join(tmpdir(), 'backproof-soak-'));
try {
  const original = from ?? join(folder, 'original');
  if (from === undefined)
    await measured('grade the bundled class', [
      BIN,
      'grade',
      join(EXAMPLES, 'class'),
      '--assignment',
      join(EXAMPLES, 'class.json'),
      '--seed',
      '1',
      '--out',
      original,
      '--json',
    ]);
  const many = join(folder, 'many');
  await writeMany(original, many, records);
  const report = await measured(`reports of ${records} records, as a run writes them`, [
    '--import',
    'tsx',
    fileURLToPath(new URL('write-reports.ts', import.meta.url)),
    many,
  ]);
  const sizes = await sizesIn(many);
  console.log(`  results.jsonl ${sizes.results} MB; ${sizes.pages} pages, ${sizes.html} MB`);
  for (const format of ['csv', 'canvas'])
    await measured(`report --format ${format}`, [
      BIN,
      'report',
      many,
      '--format',
      format,
      '--out',
      join(folder, format),
    ]);
  await measured('report --format feedback', [
    BIN,
    'report',
    many,
    '--format',
    'feedback',
    '--out',
    join(folder, 'feedback/'),
  ]);
  const isFlat = submissions === 0 || (await soakGrading(join(folder, 'grading'), submissions));
  process.exitCode = report.mebibytes < MOST_MEBIBYTES && isFlat ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function writeMany(original: string, many: string, count: number): Promise<void> {
  const source = readOriginal(original);
  await cpFile(original, many, 'backproof.json');
  await keepRun(many, { path: join(EXAMPLES, 'class'), kept: null }, source.run.assignment, null);
  await replaceFile(many, 'results.jsonl', recordLines(source, count));
  await replaceFile(many, 'drawings.jsonl', drawingLines(source, count));
}

async function sizesIn(many: string): Promise<{ results: number; pages: number; html: number }> {
  const pages = (await readdir(many)).filter((name) => name.endsWith('.html'));
  const bytes = async (name: string): Promise<number> => (await stat(join(many, name))).size;
  let html = 0;
  for (const page of pages) html += await bytes(page);
  return {
    results: Math.round((await bytes('results.jsonl')) / 1e6),
    pages: pages.length,
    html: Math.round(html / 1e6),
  };
}
