import { expect, test } from 'vitest';
import { inventedExercise, inventedRecord } from '../invented-records.ts';
import type { ReportMeta } from './meta.ts';
import { nestingFault } from './nesting-fixture.ts';
import { htmlPages, htmlReport, isStudentsPage } from './page.ts';

const meta: ReportMeta = { title: 'Sheet 1', generatedAt: '2025-01-14', hints: new Map() };

function classOf(size: number): ReturnType<typeof inventedRecord>[] {
  const wrong = inventedExercise({
    status: 'wrong',
    points: 1,
    misconception: 'softmax/over-batch',
    checks: [{ name: 'rows sum to 1', kind: 'law', passed: false }],
  });
  return Array.from({ length: size }, (_, n) => inventedRecord({ submission: `s${n}`, exercises: [wrong] }));
}

test('a class of two hundred is one page', () => {
  const records = classOf(200);
  const pages = [...htmlPages(records, meta, 'report.html')];
  expect(pages).toEqual([{ name: 'report.html', text: htmlReport(records, meta) }]);
});

test('a larger one has a page for every hundred students, and every link leads to a place that is there', () => {
  const pages = new Map(
    [...htmlPages(classOf(250), meta, 'a b:c.html')].map(
      ({ name, text }) => [name, Array.from(text).join('')] as const,
    ),
  );
  expect([...pages.keys()]).toEqual([
    'a b:c.html',
    ...['001', '002', '003'].map((number) => `a b:c-students-${number}.html`),
  ]);
  const places = new Set<string>();
  for (const [name, text] of pages) {
    expect(nestingFault(text)).toBeNull();
    places.add(name);
    for (const [, id] of text.matchAll(/ id="([^"]*)"/g)) places.add(`${name}#${id}`);
  }
  let links = 0;
  for (const [name, text] of pages) {
    for (const [, target = ''] of text.matchAll(/href="([^"]*)"/g)) {
      const address = new URL(target, `file:///class/${encodeURIComponent(name)}`);
      expect(address.protocol).toBe('file:');
      const file = decodeURIComponent(address.pathname.replace('/class/', ''));
      expect(places).toContain(`${file}${address.hash}`);
      links += 1;
    }
  }
  // Everybody in the table, and a way back from everybody.
  expect(links).toBeGreaterThan(500);
});

test('a list of thousands names two hundred and counts the rest', () => {
  const [first] = htmlPages(classOf(1000), meta, 'report.html');
  const page = Array.from(first?.text ?? '').join('');
  const items = page.slice(page.indexOf('id="exercises"'), page.indexOf('id="students"'));
  expect(items).toContain('and 988 more');
  expect(items).toContain('and 800 that are not listed');
  expect(items).toContain('<strong>1,000</strong> students');
});

test('a page of students is known by its name', () => {
  expect(isStudentsPage('report-students-001.html', 'report.html')).toBe(true);
  for (const name of ['report.html', 'report-students.html', 'other-students-001.html', 'report-students-1.csv']) {
    expect(isStudentsPage(name, 'report.html')).toBe(false);
  }
});

test('a follow-through says what it would earn and how to take it over; a decision says why', () => {
  const followThrough = { calls: ['softmax'], status: 'correct' as const, points: 10 };
  const open = inventedExercise({
    name: 'logSoftmax',
    status: 'wrong',
    points: 2,
    followThrough,
  });
  const decision = {
    kind: 'points',
    points: 7,
    verdictPoints: 2,
    reason: 'a good <idea>',
    decidedAt: '2025-01-02T10:00:00.000Z',
  } as const;
  const settled = { ...open, points: 7, decision };
  const takeOver = (): string => 'npx backproof decide';
  const records = [
    inventedRecord({ submission: 'ada', exercises: [open] }),
    inventedRecord({ submission: 'bob', exercises: [settled] }),
  ];
  const page = htmlReport(records, { ...meta, takeOver });
  const [ada = '', bob = ''] = [page.indexOf('id="student-0"'), page.indexOf('id="student-1"')].map((from) =>
    page.slice(from, page.indexOf('</article>', from)),
  );
  for (const part of ['<code>softmax</code>', '10 of 10 points', 'npx backproof decide']) expect(ada).toContain(part);
  expect(bob).toMatch(/Decided on 2025-01-02: <strong>7 of 10 points<\/strong>/);
  expect(bob).toContain('where the verdict alone earns 2. Reason: a good &lt;idea&gt;');
  expect(bob).not.toContain('npx backproof decide');
  const waiting = page.slice(page.indexOf('Waiting for you'), page.indexOf('Distribution of points'));
  expect(waiting).toContain('#student-0');
  expect(waiting).not.toContain('#student-1');
});

test('a roster gives names, and those who handed nothing in a row', () => {
  const page = htmlReport(classOf(1), { ...meta, nameOf: () => 'Ada Lovelace', absent: ['gone (Gone <Away>)'] });
  expect(page.match(/Ada Lovelace/g)).toHaveLength(2);
  expect(page).toContain('<bdi>gone (Gone &lt;Away&gt;)</bdi></td><td class="num">–</td>');
  expect(htmlReport([], { ...meta, absent: ['gone'] })).toContain('no submission</span>');
});
