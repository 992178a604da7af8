import { shownPoints } from '../../grader/text/numbers.ts';
import { element } from '../shared/dom.ts';
import { Actions } from './actions.ts';
import { announcement } from './announcement.ts';
import type { Opened } from './assignments.ts';
import { Checker, type CheckState } from './checker.ts';
import { Editor } from './editor.ts';
import type { ExerciseData } from './exercise-data.ts';
import { ExerciseList } from './exercise-list.ts';
import { type Exercises, fileOfExercise, isMentioned } from './exercises.ts';
import { FileTabs } from './file-tabs.ts';
import type { GivenFile } from './incoming.ts';
import type { Judge } from './judge.ts';
import { KeptWork } from './kept-work.ts';
import type { Live } from './live.ts';
import type { Notices } from './notices.ts';
import { listenToPage } from './page-events.ts';
import { type Remark, remarksIn } from './places.ts';
import { type Progress, progressOf } from './progress.ts';
import { RunBar } from './run-bar.ts';
import { showSaving } from './saving-notice.ts';
import { Statement } from './statement.ts';
import { VerdictView } from './verdict-view.ts';
import { Work } from './work.ts';

export interface PlaygroundOptions {
  /** the site's root */
  root: URL;
  opened: Opened;
  exercises: Exercises;
  makeJudge: () => Promise<Judge>;
  notices: Notices;
  live: Live;
  openAssignment: (given: GivenFile) => void;
  /** after the first verdict */
  judged: () => void;
}

/** The work on one assignment: exercises, files, editor and verdicts. */
export class Playground {
  readonly host: HTMLElement;
  readonly #options: PlaygroundOptions;
  readonly #work: Work;
  readonly #editor: Editor;
  readonly #tabs: FileTabs;
  readonly #list: ExerciseList;
  readonly #bar: RunBar;
  readonly #verdict: VerdictView;
  readonly #checker: Checker;
  readonly #statement = new Statement();
  readonly #panel = element('div', { role: 'tabpanel', id: 'file', class: 'file' });
  readonly #total = element('p', { class: 'total soft' });
  readonly #closed = new AbortController();
  #exercise = '';
  #data: ExerciseData | null = null;
  #path = '';
  #last: Extract<CheckState, { kind: 'done' }> | null = null;

  constructor(options: PlaygroundOptions) {
    this.#options = options;
    const { opened, root } = options;
    const { assignment } = opened;
    this.#work = new Work(new KeptWork(opened.key, () => localStorage), {
      replaced: () => this.#showFiles(),
      saved: (how) => showSaving(how, options.notices, this.#work),
      takenOver: (undo) =>
        options.notices.show('other tab', 'This work was changed in another tab, and this tab shows it now.', [
          { label: "Back to this tab's", take: undo },
        ]),
    });
    this.#checker = new Checker({
      makeJudge: options.makeJudge,
      subject: () => ({
        files: this.#work.files,
        exercises: assignment.exercises.filter(({ name }) => isMentioned(name, this.#work.files)),
        rules: { limits: assignment.limits, shares: assignment.shares },
      }),
      show: (state) => this.#showState(state),
    });
    const test = (): void => void this.#checker.test();
    this.#editor = new Editor(new URL('assets/style.css', root), {
      changed: (path, code) => {
        this.#work.edit(path, code);
        this.#checker.changed();
      },
      test,
    });
    this.#tabs = new FileTabs(this.#panel, (path) => this.#chooseFile(path));
    this.#list = new ExerciseList(assignment.exercises, (name) => void this.choose(name));
    this.#bar = new RunBar(test, () => this.#checker.stop());
    this.#verdict = new VerdictView({
      goTo: (path, line) => {
        this.#chooseFile(path);
        this.#editor.goTo(line);
      },
      choose: (name) => void this.choose(name),
    });
    const actions = new Actions({
      assignment,
      work: this.#work,
      notices: options.notices,
      path: () => this.#path,
      stub: () => (fileOfExercise(this.#exercise, this.#work.files) === this.#path ? (this.#data?.stub ?? null) : null),
      isStub: (path) => options.exercises.isStub(path, this.#work.files),
      show: (path) => this.#chooseFile(path),
      openAssignment: options.openAssignment,
      focusTab: () => this.#tabs.focus(),
      focusEditor: () => this.#editor.focus(),
    });
    this.#panel.append(this.#editor.host);
    this.host = element(
      'div',
      { class: 'playground' },
      element(
        'div',
        { class: 'assignment' },
        element('div', {}, element('h1', {}, assignment.title), this.#total),
        actions.forAll,
      ),
      options.notices.host,
      element(
        'div',
        { class: assignment.exercises.length > 1 ? 'columns many' : 'columns' },
        this.#list.host,
        this.#statement.host,
        element(
          'div',
          { class: 'work' },
          element('div', { class: 'files' }, this.#tabs.host, actions.forFile),
          this.#panel,
          this.#bar.host,
          this.#verdict.host,
        ),
      ),
    );
    listenToPage(
      {
        otherTab: () => this.#work.otherSaved(),
        leave: () => this.#work.save(),
        isAtRisk: () => this.#work.isAtRisk,
        test,
        drop: (transfer) => actions.drop(transfer),
      },
      this.#closed.signal,
    );
  }

  /** Shows an exercise, and the file in which it is written: a stub if there is none. */
  async choose(name: string): Promise<void> {
    const { exercises, notices } = this.#options;
    this.#exercise = name;
    this.#list.choose(name);
    history.replaceState(null, '', `${location.search}#${name}`);
    let data: ExerciseData;
    try {
      data = await exercises.load(name);
    } catch {
      notices.show(
        'loading',
        `The instructions of ${name} cannot be loaded: look at the connection, then choose it again.`,
      );
      return;
    }
    if (this.#exercise !== name) return;
    this.#data = data;
    this.#statement.show(data, this.#options.opened.assignment);
    const path = fileOfExercise(name, this.#work.files);
    if (path === null) this.#work.add(`${name}.ts`, data.stub);
    this.#chooseFile(path ?? `${name}.ts`);
    this.#checker.warm([name]);
    this.#showVerdict();
    if (this.#last === null) void this.#checker.test();
    else this.#checker.changed();
  }

  #chooseFile(path: string): void {
    this.#path = path;
    this.#editor.open(path, this.#work.code(path));
    this.#showTabs();
    this.#mark();
    const stem = path.replace(/^.*\/|\.\w+$/g, '');
    const isOther =
      stem !== this.#exercise && this.#options.opened.assignment.exercises.some(({ name }) => name === stem);
    if (isOther) void this.choose(stem);
  }

  /** The files changed other than by typing. */
  #showFiles(): void {
    const { paths } = this.#work;
    this.#editor.keepOnly(paths);
    const [first] = paths;
    if (!paths.includes(this.#path)) this.#path = fileOfExercise(this.#exercise, this.#work.files) ?? first ?? '';
    if (this.#path !== '') this.#editor.open(this.#path, this.#work.code(this.#path));
    this.#panel.hidden = this.#path === '';
    this.#showTabs();
    this.#checker.changed();
  }

  #showTabs(): void {
    this.#tabs.show(this.#work.paths, this.#path, new Set(this.#remarks().map(({ path }) => path)));
  }

  #showState(state: CheckState): void {
    this.#bar.show(state);
    if (state.kind === 'failed')
      this.#verdict.showText(
        `The tests could not be run: ${state.message}. Your work is kept; test again, or reload the page.`,
      );
    if (state.kind === 'idle')
      this.#verdict.showText('There is no file to test: choose an exercise, or make a new file.');
    if (state.kind !== 'done') return;
    const isFirst = this.#last === null;
    this.#last = state;
    this.#showVerdict();
    this.#showTabs();
    this.#mark();
    const progress = this.#progress();
    if (progress !== null) this.#options.live.say(announcement(this.#exercise, state.checked.record, progress));
    document.dispatchEvent(new CustomEvent('backproof:checked', { detail: state.checked }));
    if (isFirst) this.#options.judged();
  }

  #progress(): Progress | null {
    return this.#last === null
      ? null
      : progressOf(this.#last.checked.record, this.#options.opened.assignment, this.#path);
  }

  #showVerdict(): void {
    const progress = this.#progress();
    if (this.#last === null || progress === null || this.#data === null) {
      this.#verdict.showText('The verdict comes a moment after you stop typing.');
      return;
    }
    const { checked, subject } = this.#last;
    const { assignment } = this.#options.opened;
    this.#list.show(progress.exercises, progress.unwritten);
    this.#total.textContent = `${shownPoints(progress.points)} of ${shownPoints(progress.maxPoints)} points · ${progress.correct} of ${assignment.exercises.length} correct`;
    this.#verdict.show({ exercise: this.#exercise, data: this.#data, checked, files: subject.files, progress });
  }

  /** What the last verdict says of lines that are still as they were tested. */
  #remarks(): Remark[] {
    if (this.#last === null) return [];
    const { checked, subject } = this.#last;
    const same = subject.files.filter(({ path, code }) => this.#work.code(path) === code);
    const unwritten = this.#progress()?.unwritten ?? new Set();
    const exercises = checked.record.exercises.filter(({ name }) => !unwritten.has(name));
    return remarksIn({ ...checked.record, exercises }, same);
  }

  #mark(): void {
    this.#editor.mark(this.#remarks());
  }

  /** Another assignment takes its place. */
  close(): void {
    this.#work.save();
    this.#checker.stop();
    this.#closed.abort();
  }
}
