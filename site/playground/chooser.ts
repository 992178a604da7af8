import { button, element } from '../shared/dom.ts';
import type { ListedExercise } from './exercise-data.ts';

/** What to begin with: a bundled assignment, one exercise of it, or an assignment in a file. */
export function chooser(known: readonly ListedExercise[], openFile: () => void): HTMLElement {
  const offered = known.filter(({ bundled = true }) => bundled);
  const sections = [...new Set(offered.map(({ section }) => section))];
  return element(
    'div',
    { class: 'chooser' },
    element('h1', {}, 'Playground'),
    element(
      'p',
      {},
      'Write a formula and see at once whether it is right: the checks are those of the grader, on a public seed. What you write stays in this browser.',
    ),
    element('div', { class: 'actions' }, button('Open an assignment (JSON)…', openFile)),
    element('h2', {}, 'Assignments'),
    ...sections.map((section) =>
      sectionOf(
        section,
        offered.filter((exercise) => exercise.section === section),
      ),
    ),
  );
}

function sectionOf(section: string, exercises: readonly ListedExercise[]): HTMLElement {
  return element(
    'section',
    { class: 'panel' },
    element('h3', {}, element('a', { href: `?assignment=${section}` }, section), ` (${exercises.length})`),
    element(
      'ul',
      { class: 'choices' },
      ...exercises.map(({ name, title }) =>
        element('li', {}, element('a', { href: `?exercise=${name}`, title }, name)),
      ),
    ),
  );
}
