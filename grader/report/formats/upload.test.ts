import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { LayoutName } from '../../layouts/layout-names.ts';
import type { People } from '../../roster/match-roster.ts';
import { nameless, type Student } from '../../roster/student.ts';
import type { KeptSubmission } from '../../run/kept-class.ts';
import { UsageError } from '../../text/errors.ts';
import { type ClassReport, classReport } from '../class-report.ts';
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

function reportOf(ids: readonly string[], roster: readonly Student[] | null = null, people?: People) {
  const records = ids.map((submission) => ({ ...inventedRecord(), submission }));
  return classReport({ assignment: 'hw', title: 'HW 1', exercises: [] }, records, roster, people);
}

async function names(layout: LayoutName, from: Readonly<Record<string, string[]>>): Promise<string[]> {
  return namesIn(reportOf(Object.keys(from)), cameFrom(layout, from));
}

async function namesIn(report: ClassReport, surroundings: Surroundings): Promise<string[]> {
  const [file] = (await upload.files?.(report, surroundings, 'feedback.zip')) ?? [];
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
  ['sakai', ['HW 1/L, Ada(ada)'], 'HW 1/L, Ada(ada)/Feedback Attachment(s)/feedback.html'],
  ['nbgrader', ['submitted/ada/hw1'], 'feedback/ada/hw1/feedback.html'],
])('%s: %j is given back as %s', async (layout, from, name) => {
  expect(await names(layout, { ada: from })).toEqual([name]);
});

test('Canvas finds a page by the numbers behind the name, which may end in one or be empty', async () => {
  const from = {
    _12345: ['_LATE_12345_67890_a.ts'],
    group_1_12346: ['group_1_12346_67891_a.ts'],
    lada_12347: ['lada_12347_67892_1_2.ts'],
  };
  expect(await names('canvas', from)).toEqual([
    '_LATE_12345_67890_feedback.html',
    'group_1_12346_67891_feedback.html',
    'lada_12347_67892_feedback.html',
  ]);
});

test('Moodle finds a page by the number of a student, so each member of a group has one', async () => {
  const roster = ['Ada', 'Bob'].map((name, i) => ({
    ...nameless(name),
    name,
    section: 'Team A',
    moodleId: `${901 + i}`,
  }));
  const people = new Map([['Team A_45', [{ moodleId: '45', name: 'Team A' }]]]);
  const from = { 'Team A_45': ['Team A_45_assignsubmission_file'] };
  expect(await namesIn(reportOf(['Team A_45'], roster, people), cameFrom('moodle', from))).toEqual([
    'Ada_901_assignsubmission_file_feedback.html',
    'Bob_902_assignsubmission_file_feedback.html',
  ]);
  const unknown = new Map([['Team A_45', [{ name: 'Team A' }]]]);
  expect(upload.leavesOut?.(reportOf(['Team A_45'], null, unknown), cameFrom('moodle', from))).toEqual(['Team A_45']);
  const nobody = { 'Default group': ['Default group_assignsubmission_file'] };
  expect(upload.leavesOut?.(reportOf(['Default group']), cameFrom('moodle', nobody))).toEqual(['Default group']);
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
