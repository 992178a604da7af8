import { element } from '../shared/dom.ts';
import { Playground } from './app.ts';
import { assignmentOf, type Opened, openedBy } from './assignments.ts';
import { choiceIn } from './choice.ts';
import { chooser } from './chooser.ts';
import { Exercises } from './exercises.ts';
import { lineOf } from './fault.ts';
import type { GivenFile } from './incoming.ts';
import type { Judge } from './judge.ts';
import { lacking } from './lacking.ts';
import { Live } from './live.ts';
import { Notices } from './notices.ts';
import { addStyle } from './style.ts';

interface Start {
  host: HTMLElement;
  /** the site's root */
  root: URL;
  makeJudge: () => Promise<Judge>;
  /** after the first verdict */
  judged: () => void;
}

const OPENED = 'backproof/opened/';

/** Opens what the page's link asks for, or lets choose. */
export async function start({ host, root, makeJudge, judged }: Start): Promise<void> {
  addStyle(document);
  const live = new Live();
  const notices = new Notices(live.say, () => host.querySelector<HTMLElement>('h1')?.focus());
  const place = element('div');
  host.replaceChildren(live.host, place);
  const show = (content: HTMLElement): void => place.replaceChildren(content);
  const exercises = new Exercises(root);
  const input = element('input', { type: 'file', accept: '.json,application/json', hidden: true });
  host.append(input);

  const choice = choiceIn(location.search);
  // What is surely needed is fetched at once; a fault shows itself where it is used.
  if (choice.kind === 'exercise') exercises.load(choice.name).catch(() => undefined);
  const known = await exercises.list().catch(() => null);
  if (known === null) {
    notices.show('loading', 'The exercises cannot be loaded: look at the connection, then reload the page.');
    return show(notices.host);
  }
  const choose = (): void => {
    show(
      element(
        'div',
        {},
        notices.host,
        chooser(known, () => input.click()),
      ),
    );
  };
  const lacks = lacking();
  let shown: Playground | null = null;
  const work = async (opened: Opened): Promise<void> => {
    if (lacks !== null)
      notices.show(
        'browser',
        `This browser has no ${lacks}, so nothing can be tested here; you can write, keep and export your work. ` +
          'A current version of Chrome, Edge, Firefox or Safari has it.',
      );
    shown?.close();
    const playground = new Playground({
      root,
      opened,
      exercises,
      makeJudge:
        lacks === null
          ? makeJudge
          : () => Promise.reject(new Error(`nothing was tested: this browser has no ${lacks}`)),
      notices,
      live,
      judged,
      openAssignment: (given) => void open(given),
    });
    shown = playground;
    show(playground.host);
    const names = opened.assignment.exercises.map(({ name }) => name);
    const named = decodeURIComponent(location.hash.slice(1));
    await playground.choose(names.includes(named) ? named : (names[0] ?? ''));
  };
  const open = async ({ path, file }: GivenFile): Promise<void> => {
    try {
      const text = await file.text();
      const opened = assignmentOf(path, text, known);
      keepOpened(opened.assignment.name, text);
      history.pushState(null, '', `?opened=${encodeURIComponent(opened.assignment.name)}`);
      await work(opened);
    } catch (error) {
      notices.show('assignment', lineOf(error));
    }
  };
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void open({ path: file.name, file });
    input.value = '';
  });
  try {
    const opened = await openedBy(choice, {
      known,
      page: new URL(location.href),
      fetchText: textAt,
      keptText: (name) => stored(() => localStorage.getItem(OPENED + name)) ?? null,
    });
    if (opened === null) choose();
    else await work(opened);
  } catch (error) {
    choose();
    notices.show('assignment', lineOf(error));
  }
}

/** An assignment that was opened as a file is there again when the page is reloaded; if it cannot be kept, it is opened again. */
function keepOpened(name: string, text: string): void {
  stored(() => localStorage.setItem(OPENED + name, text));
}

function stored<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

async function textAt(address: URL): Promise<string | null> {
  const answer = await fetch(address);
  return answer.ok ? answer.text() : null;
}
