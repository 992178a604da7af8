import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { LayoutName } from '../../layouts/layout-names.ts';
import type { KeptSubmission } from '../../run/kept-class.ts';
import { UsageError } from '../../text/errors.ts';
import { classReport } from '../class-report.ts';
import { inventedRecord } from '../invented-records.ts';
import type { Surroundings } from './format.ts';
import { SURROUNDINGS } from './report-fixture.ts';
import { upload } from './upload.ts';

// Feedback for a whole class, in the names that each platform takes back.

function cameFrom(layout: LayoutName, from: Readonly<Record<string, string[]>>): Surroundings {
  const submissions: Record<string, KeptSubmission> = {};
  for (const [id, paths] of Object.entries(from)) submissions[id] = { from: paths };
  return { ...SURROUNDINGS, cameFrom: { layout, because: 'a test', nbgraderAssignment: null, submissions } };
}

function reportOf(ids: readonly string[]) {
  const records = ids.map((submission) => ({ ...inventedRecord(), submission }));
  return classReport({ assignment: 'hw', title: 'HW 1', exercises: [] }, records, null);
}

async function names(layout: LayoutName, from: Readonly<Record<string, string[]>>): Promise<string[]> {
  const [file] = (await upload.files?.(reportOf(Object.keys(from)), cameFrom(layout, from), 'feedback.zip')) ?? [];
  const zip = await fromBufferPromise(Buffer.from(file?.text as Uint8Array), { lazyEntries: true });
  const found: string[] = [];
  for await (const entry of zip.eachEntry()) found.push(entry.fileName);
  return found;
}

test.each<[LayoutName, string[], string]>([
  [
    'canvas',
    ['hw/lada_LATE_12345_67890_a-1.ts', 'hw/lada_LATE_12345_67899_a_1_2.ts'],
    'lada_LATE_12345_67899_feedback.html',
  ],
  ['canvas', ['anon_aB3x9_678930_hw.ts'], 'anon_aB3x9_678930_feedback.html'],
  ['moodle', ['Ada L_9_assignsubmission_file'], 'Ada L_9_assignsubmission_file_feedback.html'],
  ['moodle', ['Ada L_9_assignsubmission_onlinetext_x.html'], 'Ada L_9_assignsubmission_file_feedback.html'],
  ['brightspace', ['1-2 - Ada B-C - Nov 1, 2026 1159 PM'], '1-2 - Ada B-C - Nov 1, 2026 1159 PM/feedback.html'],
  ['brightspace', ['1-2 - Ada L - Nov 1, 2026 1159 PM - a - b.ts'], '1-2 - Ada L - Nov 1, 2026 1159 PM/feedback.html'],
  ['sakai', ['HW 1/L, Ada(ada)/Submission attachment(s)'], 'HW 1/L, Ada(ada)/Feedback Attachment(s)/feedback.html'],
  ['nbgrader', ['submitted/ada/hw1'], 'feedback/ada/hw1/feedback.html'],
])('%s: %j is given back as %s', async (layout, from, name) => {
  expect(await names(layout, { ada: from })).toEqual([name]);
});

test('a text entry in Canvas has no place for a file, and is named', async () => {
  const from = { ada: ['lada_12345_67890_a.ts'], dan: ['textdan_12348_text.html'] };
  expect(await names('canvas', from)).toEqual(['lada_12345_67890_feedback.html']);
  expect(upload.leavesOut?.(reportOf(['ada', 'dan']), cameFrom('canvas', from))).toEqual(['dan']);
});

test('a class that came from nowhere that takes files back is wrong usage', async () => {
  await expect(names('plain', { ada: ['ada.ts'] })).rejects.toThrow(UsageError);
  await expect(names('plain', { ada: ['ada.ts'] })).rejects.toThrow(/this class is a test: use --format feedback$/);
  await expect(async () => upload.render(reportOf(['ada']), SURROUNDINGS)).rejects.toThrow(/name the file with --out/);
});

test('the same results make the same zip', async () => {
  const make = async () =>
    [...((await upload.files?.(reportOf(['ada']), cameFrom('nbgrader', { ada: ['a/hw'] }), 'f')) ?? [])][0]?.text;
  expect(await make()).toEqual(await make());
});
