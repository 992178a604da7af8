import { describe, expect, test } from 'vitest';
import { replaceHarmful } from '../../properties/text/characters.ts';
import { HARMFUL_CHARACTERS } from '../../properties/text/harmful-characters-fixture.ts';
import { shellQuote } from '../../properties/text/shell-quote.ts';
import { describeMismatch } from '../../properties/values/agreement.ts';
import { shownName } from '../class/problem.ts';
import { printedText } from '../command-line/commands/printed-text.ts';
import { bounded, boundedText } from '../record/bounded.ts';
import type { SubmissionRecord } from '../record/record.ts';
import { nameless, type Student } from '../roster/student.ts';
import { recordLine } from '../store/record-line.ts';
import { jsonLine } from '../text/json-text.ts';
import { markdownCode, markdownText } from '../text/markdown.ts';
import { printable, printableLine } from '../text/printable.ts';
import { safeNames } from '../text/safe-names.ts';
import { classReport } from './class-report.ts';
import { csvReport } from './csv.ts';
import { feedbackHtml, feedbackMarkdown } from './feedback.ts';
import { FORMATS } from './formats/formats.ts';
import { called, renderedEach, SURROUNDINGS } from './formats/report-fixture.ts';
import { html } from './html/escape.ts';
import { inventedCounterexample, inventedExercise, inventedRecord } from './invented-records.ts';
import { reportWarnings } from './report-warnings.ts';
import { terminalTable } from './terminal.ts';

/** The zip of pages for a platform holds those of feedback. */
const TEXT_FORMATS = FORMATS.filter(({ name }) => name !== 'upload');

/** The harmful characters of a text; line ends and tabs are the layout's. */
function harmfulIn(text: string): string[] {
  const found: string[] = [];
  replaceHarmful(text.replace(/[\n\r\t]/g, ''), (character) => {
    found.push(character);
    return '';
  });
  return found;
}

/** Every harmful character, each behind a letter. */
const TEXT = Object.values(HARMFUL_CHARACTERS)
  .flat()
  .map((character) => `x${character}`)
  .join('');

describe('no door lets a harmful character through', () => {
  const mismatch = (got: string | Record<string, number>): string =>
    describeMismatch({
      kind: 'shape',
      path: [],
      got,
      expected: 1,
      error: NaN,
      allowed: 0,
      ulps: null,
      because: 'the kind differs',
    });
  const doors: Readonly<Record<string, (character: string) => string>> = {
    'the terminal': printable,
    'a line of the terminal': printableLine,
    HTML: (character) => html`<p title="${character}">${character}</p>`.markup,
    Markdown: (character) => markdownText(character) + markdownCode(character),
    'a file name': (character) => [...safeNames([`a${character}b`, character]).values()].join(''),
    'a message of a record': boundedText,
    'a line of records': (character) => recordLine(inventedRecord({ submission: character })),
    'JSON that is printed': (character) => jsonLine({ [character]: character }),
    'a name in a sentence': shownName,
    'a command to paste': shellQuote,
    'the words for a wrong result': (character) => mismatch(character) + mismatch({ [character]: 1 }),
  };
  test.each(Object.entries(doors))('%s', (_, door) => {
    for (const character of Object.values(HARMFUL_CHARACTERS).flat()) {
      expect({ character, through: harmfulIn(door(character)) }).toEqual({ character, through: [] });
      expect({ character, through: harmfulIn(door(`a${character}b`)) }).toEqual({ character, through: [] });
    }
  });
});

test('JSON keeps what it escapes', () => {
  const value = { [TEXT]: [TEXT, 1] };
  expect(JSON.parse(jsonLine(value))).toEqual(value);
});

describe('no report of a submission that is full of them holds one', () => {
  const exercise = inventedExercise({
    status: 'wrong',
    points: 0,
    message: TEXT,
    line: `${TEXT}:1`,
    counterexample: inventedCounterexample({ got: { [TEXT]: TEXT }, because: TEXT }),
  });
  const student: Student = {
    id: TEXT,
    name: TEXT,
    firstName: null,
    lastName: null,
    email: TEXT,
    sisId: TEXT,
    login: TEXT,
    canvasId: TEXT,
    moodleId: TEXT,
    submitted: null,
    excused: null,
    section: TEXT,
  };
  const records = [
    inventedRecord({ submission: TEXT, message: TEXT, similarTo: [TEXT], exercises: [exercise, bounded(exercise)] }),
    inventedRecord({ submission: `${TEXT}y`, status: 'invalid', exercises: [], message: TEXT }),
  ];
  const report = classReport(called(TEXT), records, [student]);

  test.each(TEXT_FORMATS.map((format) => [format.name, format] as const))('%s', async (_, format) => {
    const texts =
      format.kind === 'class'
        ? [await format.render(report, SURROUNDINGS)]
        : [...renderedEach(format, report).values()];
    for (const text of texts) expect(harmfulIn(text ?? '')).toEqual([]);
  });

  test.each([
    ['the table', () => terminalTable(records, { colour: false, width: 120 })],
    ['results.csv', () => [...csvReport(records)].join('')],
    ['feedback in Markdown', () => records.map((record) => feedbackMarkdown(record, TEXT)).join('')],
    ['feedback in HTML', () => records.map((record) => feedbackHtml(record, TEXT)).join('')],
  ])('%s', (_, text) => {
    expect(harmfulIn(text())).toEqual([]);
  });
});

describe('no door lets a command to a build server through', () => {
  const COMMANDS = [
    '::error file=a.ts::gone',
    ' \t::add-mask::x',
    '##[error]gone',
    'x ##[set-output name=a;]b',
    '##vso[task.complete]',
  ];
  /** The lines that GitHub Actions, Azure Pipelines or TeamCity would obey. */
  const obeyed = (text: string): string[] => text.split(/[\r\n]/).filter((line) => /^\s*::|##\w*\[/.test(line));
  const roster = (text: string): Student[] => [{ ...nameless(text), name: text, email: text, section: text }];
  const records = (text: string): SubmissionRecord[] => [
    inventedRecord({
      submission: text,
      message: text,
      similarTo: [text],
      exercises: [
        inventedExercise({
          status: 'wrong',
          points: 0,
          message: text,
          hint: text,
          line: text,
          misconception: text,
          counterexample: inventedCounterexample({ got: text, because: `first\n${text}` }),
        }),
      ],
    }),
    inventedRecord({ submission: `${text}y`, status: 'invalid', exercises: [], message: text }),
    inventedRecord({ submission: `${text}z`, status: 'infra_error', points: null, exercises: [], message: text }),
  ];

  describe.each(COMMANDS)('%j', (command) => {
    test.each(TEXT_FORMATS.map((format) => [format.name, format] as const))('%s', async (_, format) => {
      for (const students of [null, roster(command)]) {
        const report = classReport(called(command), records(command), students);
        const texts =
          format.kind === 'class'
            ? [await format.render(report, SURROUNDINGS)]
            : [...renderedEach(format, report).values()];
        for (const text of texts) expect(obeyed(text ?? '')).toEqual([]);
      }
    });

    test('what is printed', () => {
      const report = classReport(called(command), records(command), roster(`${command}!`));
      const texts = [
        printable(`a\n${command}`),
        printableLine(command),
        jsonLine({ [command]: command }),
        terminalTable(records(command), { colour: false, width: 100 }),
        ...reportWarnings(report, []),
        printedText([{ exercise: null, args: [], lines: [command], more: 0 }]),
      ];
      expect(texts.flatMap((text) => obeyed(text))).toEqual([]);
      expect(JSON.parse(jsonLine({ [command]: command }))).toEqual({ [command]: command });
    });
  });
});
