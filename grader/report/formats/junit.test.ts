import { expect, test } from 'vitest';
import { convert } from 'xmlbuilder2';
import { classReport } from '../class-report.ts';
import { HOSTILE_NAMES, inventedExercise, inventedRecord } from '../invented-records.ts';
import { junit } from './junit.ts';
import { called, HIDDEN, rendered } from './report-fixture.ts';

// jenkinsci/xunit-plugin, types/model/xsd/junit-10.xsd: the attributes that it allows.
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  testsuites: ['name', 'time', 'tests', 'failures', 'errors'],
  testsuite: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
  testcase: ['name', 'classname', 'time'],
  failure: ['type', 'message'],
  error: ['type', 'message'],
  skipped: ['type', 'message'],
};

function elements(xml: string): { name: string; attributes: string[] }[] {
  return [...xml.matchAll(/<(\w+)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/g)].map(([, name = '', attributes = '']) => ({
    name,
    attributes: [...attributes.matchAll(/([\w-]+)=/g)].map(([, attribute = '']) => attribute),
  }));
}

test('only elements and attributes of the schema', async () => {
  for (const { name, attributes } of elements(await rendered(junit))) {
    expect(Object.keys(ALLOWED)).toContain(name);
    for (const attribute of attributes) expect(ALLOWED[name]).toContain(attribute);
  }
});

test('each suite counts its cases; who is absent or was not graded is skipped', async () => {
  const xml = await rendered(junit);
  expect(xml).toMatch(/<testsuites name="Sheet 1" tests="9" failures="1" errors="2">/);
  expect(xml).toMatch(/<testsuite name="bob \(Bob =cmd\(\)\)" tests="2" failures="1" errors="1" skipped="0"/);
  expect(xml).toMatch(/<skipped type="infra_error" message="The grader itself failed/);
  expect(xml).toMatch(/<testsuite name="gone \(Gone Away\)" tests="1" failures="0" errors="0" skipped="1"/);
  expect(xml).toContain('<testsuite name="zz-stray"');
  expect(xml).not.toContain(HIDDEN);
});

test('with any name of a student it is well-formed XML 1.0', async () => {
  const names = [...HOSTILE_NAMES, 'a\uffffb\u0000', ']]>', 'x\ud800y'];
  const records = names.map((submission) =>
    inventedRecord({ submission, exercises: [inventedExercise({ name: submission, points: 0, message: submission })] }),
  );
  const xml = await rendered(junit, classReport(called('<&"'), records, null));
  expect(xml).not.toMatch(/[^\P{Cc}\n]|[\ufffe\uffff]/u);
  const read = convert(xml, { format: 'object' }) as { testsuites: { testsuite: unknown[] } };
  expect(read.testsuites.testsuite).toHaveLength(names.length);
});
