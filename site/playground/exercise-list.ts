import type { ExerciseRecord } from '../../grader/record/record.ts';
import { statusChip } from '../../grader/report/html/chip.ts';
import { element } from '../shared/dom.ts';
import { pointsText } from './points-text.ts';

/** An exercise of the assignment as the list shows it. */
interface Item {
  button: HTMLButtonElement;
  chip: HTMLElement;
}

/** The exercises of an assignment with their verdicts, to choose from. */
export class ExerciseList {
  readonly host: HTMLElement;
  readonly #items: ReadonlyMap<string, Item>;

  constructor(exercises: readonly { name: string; points: number; bonus?: true }[], choose: (name: string) => void) {
    this.#items = new Map(
      exercises.map((exercise) => {
        const { name } = exercise;
        const chip = element('span', { class: 'verdict' });
        const button = element(
          'button',
          { type: 'button', class: 'exercise-choice', click: () => choose(name) },
          element('span', { class: 'name' }, name),
          chip,
          element('span', { class: 'soft small' }, pointsText(exercise)),
        );
        return [name, { button, chip }];
      }),
    );
    const isWide = matchMedia('(min-width: 64rem)').matches;
    this.host = element(
      'nav',
      { class: 'exercise-list', 'aria-label': 'Exercises', hidden: exercises.length < 2 ? true : null },
      element(
        'details',
        { open: isWide ? true : null },
        element('summary', {}, `Exercises (${exercises.length})`),
        element('ol', {}, ...Array.from(this.#items.values(), ({ button }) => element('li', {}, button))),
      ),
    );
  }

  choose(chosen: string): void {
    for (const [name, { button }] of this.#items) {
      if (name === chosen) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  /** @param unwritten names of those that are stubs still */
  show(exercises: readonly ExerciseRecord[], unwritten: ReadonlySet<string>): void {
    for (const [name, { chip }] of this.#items) {
      const record = exercises.find((exercise) => exercise.name === name);
      if (unwritten.has(name)) chip.replaceChildren(element('span', { class: 'soft small' }, 'not written yet'));
      // Of what is only mentioned somewhere there is nothing to say.
      else if (record === undefined || (record.status === 'missing' && record.message === null)) chip.replaceChildren();
      else chip.innerHTML = statusChip(record.status).markup;
    }
  }
}
