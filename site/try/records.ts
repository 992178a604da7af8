import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubmissionRecord } from '../../grader/record/record.ts';
import { jsonText } from '../../grader/text/json-text.ts';
import { firstDifference } from '../../tools/bits/first-difference.ts';
import { tell } from '../../tools/package/run.ts';
import { CommandLine } from './command-line-records.ts';
import { NO_FIREFOX, openFirefox } from './firefox.ts';
import { recordInPage, startEngine } from './page-engine.ts';
import { handIns } from './submissions.ts';
import { startTrial } from './trial.ts';

/**
 * Judges every submission at hand in the page and as `check --json` does, and compares the records byte by byte; in Firefox the
 * verdicts, since its Math is another one.
 */
export async function tryRecords(site: string, chosen: RegExp): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'backproof-site-'));
  const trial = await startTrial(site);
  const commandLine = new CommandLine();
  const firefox = await openFirefox(trial.served.address);
  try {
    const { page, faults } = await trial.open('playground.html');
    await startEngine(page, trial.served.address);
    let [same, sameInFirefox, notCode, slowest] = [0, 0, 0, { id: '', ms: 0 }];
    for (const handIn of handIns(scratch).filter(({ id }) => chosen.test(id))) {
      const { files, assignment, record } = await commandLine.judge(handIn);
      // The page has no file to judge either.
      if (files.length === 0) {
        notCode += 1;
        continue;
      }
      const started = performance.now();
      const inPage = JSON.parse(await recordInPage(page, files, assignment.exercises)) as SubmissionRecord;
      const ms = performance.now() - started;
      if (ms > slowest.ms) slowest = { id: handIn.id, ms };
      if (firefox !== null) {
        const verdicts = [record, await firefox.judge(files, assignment.exercises)].map(verdictOf) as [string, string];
        if (verdicts[0] === verdicts[1]) sameInFirefox += 1;
        else tell(false, `${handIn.id} in Firefox`, `check --json: ${verdicts[0]}\nin Firefox:   ${verdicts[1]}`);
      }
      const difference = firstDifference([compared(handIn.id, record)], [compared(handIn.id, inPage)], 'submission');
      if (difference === null) same += 1;
      else
        tell(
          false,
          `${difference.place}`,
          `check --json: ${difference.values[0]}\nin the page:  ${difference.values[1]}`,
        );
    }
    tell(
      same > 0,
      `${same} records in the page are those of check --json (${notCode} hold no code)`,
      'none was compared',
    );
    if (firefox === null) console.log(`skipped: Firefox: ${NO_FIREFOX}`);
    else tell(sameInFirefox > 0, `${sameInFirefox} verdicts in ${firefox.version} are those of check --json`, 'none');
    tell(true, `the slowest took ${(slowest.ms / 1000).toFixed(1)} s: ${slowest.id}`, '');
    tell(faults.length === 0, 'the page said nothing meanwhile', faults.join('\n'));
  } finally {
    await commandLine.close();
    await firefox?.close();
    await trial.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What is the same wherever the submission was judged, under the name that this test gave it. */
function compared(id: string, { status, message, points, maxPoints, exercises }: SubmissionRecord): string {
  return jsonText({ submission: id, status, message, points, maxPoints, exercises });
}

/** What a student is told, without the numbers that a browser's Math may give otherwise in the last bit. */
function verdictOf({ status, message, points, exercises }: SubmissionRecord): string {
  const each = exercises.map(({ name, status, points, misconception }) => [name, status, points, misconception]);
  return jsonText({ status, message, points, exercises: each });
}
