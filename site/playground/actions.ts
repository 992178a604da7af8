import type { Assignment } from '../../grader/assignment/assignment.ts';
import { button, element } from '../shared/dom.ts';
import { ask, askName } from './dialogs.ts';
import { lineOf } from './fault.ts';
import { fileName, freeName } from './file-names.ts';
import { importPlan } from './import-plan.ts';
import { chosenFiles, droppedFiles, type GivenFile, importOf } from './incoming.ts';
import type { Notices } from './notices.ts';
import { canWriteFolders, differingIn, downloadZip, pickFolder, writeInto } from './outgoing.ts';
import type { Work } from './work.ts';

interface Options {
  assignment: Assignment;
  work: Work;
  notices: Notices;
  /** the file that is shown */
  path: () => string;
  /** what the shown exercise starts from */
  stub: () => string | null;
  isStub: (path: string) => boolean;
  show: (path: string) => void;
  openAssignment: (given: GivenFile) => void;
  focusTab: () => void;
  focusEditor: () => void;
}

/** What can be done with the files: each that could lose something asks first, and can be undone. */
export class Actions {
  /** with the work as a whole */
  readonly forAll: HTMLElement;
  /** with the file that is shown */
  readonly forFile: HTMLElement;
  readonly #options: Options;
  readonly #files = element('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    change: () => this.#chosen(this.#files),
  });
  readonly #folder = element('input', {
    type: 'file',
    webkitdirectory: true,
    hidden: true,
    change: () => this.#chosen(this.#folder),
  });

  constructor(options: Options) {
    this.#options = options;
    this.forAll = element(
      'div',
      { class: 'actions' },
      button('Export zip', () => this.#exportZip()),
      canWriteFolders()
        ? button('Save to a folder…', () => this.#attempt(() => this.#saveFolder()), { class: 'button of-folders' })
        : null,
      button('Import files or a zip…', () => this.#files.click()),
      button('Import a folder…', () => this.#folder.click(), { class: 'button of-folders' }),
      this.#files,
      this.#folder,
    );
    this.forFile = element(
      'div',
      { class: 'file-actions' },
      button('New file', () => this.#attempt(() => this.#add())),
      button('Rename', () => this.#attempt(() => this.#rename())),
      button('Delete', () => this.#attempt(() => this.#remove())),
      button('Reset', () => this.#attempt(() => this.#reset())),
    );
  }

  /** Something was dropped on the page. */
  drop(transfer: DataTransfer): void {
    this.#attempt(async () => this.#bring(await droppedFiles(transfer)));
  }

  async #add(): Promise<void> {
    const { work, show, focusEditor } = this.#options;
    const named = await this.#askName('New file', 'Its name', freeName(work.paths), work.paths);
    if (named === null) return;
    work.add(named, '');
    show(named);
    focusEditor();
  }

  async #rename(): Promise<void> {
    const { work, path, show, focusTab } = this.#options;
    const from = path();
    if (from === '') return;
    const others = work.paths.filter((each) => each !== from);
    const to = await this.#askName(`Rename ${from}`, 'Its new name', from, others);
    if (to === null || to === from) return;
    work.rename(from, to);
    show(to);
    focusTab();
  }

  async #askName(question: string, label: string, proposed: string, taken: readonly string[]): Promise<string | null> {
    const typed = await askName(question, label, proposed, (name) => fileName(name, taken).fault);
    return typed === null ? null : fileName(typed, taken).path;
  }

  async #remove(): Promise<void> {
    const { work, path, notices, focusTab } = this.#options;
    const gone = path();
    if (gone === '') return;
    if (!(await ask(`Delete ${gone}?`, [], [{ label: 'Delete', value: true, isMain: true }]))) return;
    const undo = work.remove(gone);
    notices.show('undo', `${gone} is deleted.`, [{ label: 'Undo', take: undo }]);
    focusTab();
  }

  async #reset(): Promise<void> {
    const { work, path, stub, notices, focusEditor } = this.#options;
    const [at, code] = [path(), stub()];
    if (code === null || !at.endsWith('.ts')) return notices.show('undo', `${at} has no stub to go back to.`);
    const answer = await ask(
      `Reset ${at} to the stub?`,
      ['What you wrote in it goes.'],
      [{ label: 'Reset', value: true, isMain: true }],
    );
    if (!answer) return;
    const undo = work.replace(work.files.map((file) => (file.path === at ? { ...file, code } : file)));
    notices.show('undo', `${at} is the stub again.`, [{ label: 'Undo', take: undo }]);
    focusEditor();
  }

  #exportZip(): void {
    const { work, assignment, notices } = this.#options;
    if (work.files.length === 0) return notices.show('export', 'There is no file to export yet.');
    downloadZip(assignment.name, work.files);
  }

  async #saveFolder(): Promise<void> {
    const { work, notices } = this.#options;
    const folder = await pickFolder();
    if (folder === null) return;
    const differing = await differingIn(folder, work.files);
    if (differing.length > 0) {
      const question = `Overwrite ${named(differing)} in ${folder.name}?`;
      const details = ['The folder holds other versions.'];
      if (!(await ask(question, details, [{ label: 'Overwrite', value: true, isMain: true }]))) return;
    }
    await writeInto(folder, work.files);
    notices.show('export', `${counted(work.files.length)} saved to ${folder.name}.`);
  }

  #chosen(input: HTMLInputElement): void {
    const given = chosenFiles(input);
    // The same file can be chosen again.
    input.value = '';
    this.#attempt(() => this.#bring(given));
  }

  async #bring(given: readonly GivenFile[]): Promise<void> {
    const { work, assignment, notices, isStub, openAssignment } = this.#options;
    const [first, ...others] = given;
    if (first !== undefined && others.length === 0 && /\.json$/i.test(first.path)) return openAssignment(first);
    const imported = await importOf(given, assignment.limits);
    const plan = importPlan(work.files, imported.files, isStub);
    const replaces = plan.replaced.length > 0 ? await this.#askToReplace(plan.replaced) : true;
    if (replaces === null) return;
    const undo = work.replace(replaces ? plan.replacing : plan.keeping);
    const left = imported.others === 0 ? '' : ` ${counted(imported.others)} that hold no code are left out.`;
    notices.show('undo', `${counted(imported.files.length)} imported.${left}`, [{ label: 'Undo', take: undo }]);
  }

  #askToReplace(paths: readonly string[]): Promise<boolean | null> {
    return ask(
      `Replace ${named(paths)}?`,
      ['What you import has another text there.'],
      [
        { label: 'Replace', value: true, isMain: true },
        { label: 'Keep mine, take the others', value: false },
      ],
    );
  }

  /** A fault becomes one line, and nothing is changed. */
  #attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.#options.notices.show('fault', lineOf(error)));
  }
}

const MOST_NAMED = 5;

function named(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function counted(files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}`;
}
