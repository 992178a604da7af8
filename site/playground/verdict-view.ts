import { checkerFailed, toFixFirst } from '../../grader/command-line/commands/check-report.ts';
import { parametersAdvice } from '../../grader/command-line/commands/parameters-advice.ts';
import { moreLines, printedHeading } from '../../grader/command-line/commands/printed-text.ts';
import type { ExerciseRecord, SubmissionRecord } from '../../grader/record/record.ts';
import { html } from '../../grader/report/html/escape.ts';
import { exercisePanel } from '../../grader/report/html/exercise-panel.ts';
import type { PanelMeta } from '../../grader/report/html/meta.ts';
import { printable } from '../../grader/text/printable.ts';
import type { Checked } from '../engine/engine.ts';
import { button, element, hasFocus } from '../shared/dom.ts';
import type { ExerciseData } from './exercise-data.ts';
import type { Files } from './files.ts';
import { partsOf } from './places.ts';
import type { Progress } from './progress.ts';

interface Options {
  goTo: (path: string, line: number) => void;
  choose: (exercise: string) => void;
}

/** What is shown of one exercise after a test. */
export interface Verdict {
  exercise: string;
  data: ExerciseData;
  checked: Checked;
  /** the files that were tested */
  files: Files;
  progress: Progress;
}

/** The verdict on the chosen exercise, with all that explains it. What a student wrote is only ever text here. */
export class VerdictView {
  readonly host: HTMLElement;
  readonly #heading = element('h2', { id: 'verdict-title', tabindex: '-1' }, 'Verdict');
  readonly #body = element('div', { class: 'verdict-body' });
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.host = element(
      'section',
      { class: 'verdict-part', 'aria-labelledby': 'verdict-title' },
      this.#heading,
      this.#body,
    );
  }

  showText(text: string): void {
    this.#replace([element('p', { class: 'soft' }, text)]);
  }

  show(verdict: Verdict): void {
    const { record } = verdict.checked;
    if (record.status === 'infra_error') return this.showText(checkerFailed(record.message ?? ''));
    const said = record.message === null ? [] : [this.#remark(record, verdict.files)];
    this.#replace(record.status === 'invalid' ? said : [...said, ...this.#judged(verdict)]);
  }

  #judged(verdict: Verdict): Node[] {
    const { exercise: name, checked, progress } = verdict;
    const exercise = progress.exercises.find((each) => each.name === name);
    const next = this.#next(verdict);
    if (exercise === undefined || progress.unwritten.has(name)) {
      const text = `${name} is not written yet.`;
      return [element('p', {}, text), ...printedParts(checked, name), ...next];
    }
    return [this.#panel(verdict, exercise), ...this.#advice(verdict), ...printedParts(checked, name), ...next];
  }

  /** As in the report; places in the code are buttons that lead there. */
  #panel({ checked, data, files }: Verdict, exercise: ExerciseRecord): HTMLElement {
    const { record, drawings, misspelt } = checked;
    const meta: PanelMeta = {
      hints: new Map(Object.entries(data.misconceptions).map(([id, title]) => [id, { title, hint: '' }])),
      values: () => drawings.find((drawing) => drawing.exercise === exercise.name) ?? null,
      argumentNames: () => data.parameters,
      place: (line) => html`<code>${line}</code>`,
    };
    const meant = misspelt.find((each) => each.exercise === exercise.name)?.line ?? null;
    // Of what is right there is no line to look at.
    const line = exercise.status === 'correct' && exercise.message === null ? null : (exercise.line ?? meant);
    const host = element('div');
    host.innerHTML = exercisePanel(record, { ...exercise, line }, meta).markup;
    for (const code of host.querySelectorAll('.message code')) {
      const [place] = partsOf(code.textContent ?? '', files);
      if (typeof place === 'object') code.replaceWith(this.#place(place));
    }
    return host;
  }

  #remark(record: SubmissionRecord, files: Files): HTMLElement {
    const parts = partsOf(printable(record.message ?? ''), files);
    return element(
      'p',
      { class: 'panel remark' },
      record.status === 'invalid' ? element('strong', {}, 'Cannot be graded: ') : null,
      ...parts.map((part) => (typeof part === 'string' ? part : this.#place(part))),
    );
  }

  #place({ text, path, line }: { text: string; path: string; line: number }): HTMLElement {
    return button(text, () => this.#options.goTo(path, line), { class: 'place', 'aria-label': `Go to ${text}` });
  }

  #advice({ exercise, files }: Verdict): Node[] {
    const advice = parametersAdvice(files, exercise);
    return advice === null ? [] : [element('p', { class: 'panel' }, printable(advice))];
  }

  /** What to work on after this, if it is another exercise. */
  #next({ exercise, progress }: Verdict): Node[] {
    const [first] = progress.faults;
    const lead = (text: string, to: string): Node =>
      element(
        'p',
        { class: 'next' },
        element('strong', {}, 'Next: '),
        `${text} `,
        button(`Open ${to}`, () => this.#options.choose(to)),
      );
    if (first !== undefined && first.name !== exercise) return [lead(`${toFixFirst(first)}.`, first.name)];
    const isRight = progress.exercises.some(({ name, status }) => name === exercise && status === 'correct');
    if (first !== undefined || !isRight) return [];
    const [open] = progress.open.filter((name) => name !== exercise);
    if (open === undefined)
      return [element('p', { class: 'next' }, 'Every exercise is done: export the work and hand it in.')];
    return [lead(`${open} is not written yet.`, open)];
  }

  #replace(nodes: readonly Node[]): void {
    const hadFocus = hasFocus(this.#body);
    this.#body.replaceChildren(...nodes);
    if (hadFocus) this.#heading.focus();
  }
}

/** What the code printed, while it was loaded and by calls of the exercise. */
function printedParts({ heard }: Checked, exercise: string): Node[] {
  return heard
    .filter((each) => each.exercise === null || each.exercise === exercise)
    .map((each) =>
      element(
        'div',
        { class: 'printed' },
        element('h3', {}, printable(printedHeading(each))),
        element(
          'pre',
          { tabindex: '0', 'aria-label': 'Console' },
          printable(each.lines.join('\n')),
          each.more > 0 ? `\n${moreLines(each.more)}` : null,
        ),
      ),
    );
}
