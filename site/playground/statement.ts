import type { Assignment } from '../../grader/assignment/assignment.ts';
import { element } from '../shared/dom.ts';
import type { ExerciseData } from './exercise-data.ts';
import { pointsText } from './points-text.ts';

/** What an exercise asks for. */
export class Statement {
  readonly host = element('section', { class: 'statement', 'aria-labelledby': 'statement-title' });

  show(data: ExerciseData, { title, exercises }: Assignment): void {
    const points = pointsText(exercises.find(({ name }) => name === data.name) ?? data);
    const body = element('div', { class: 'instructions' });
    // Made when the site was built, of the project's own text.
    body.innerHTML = data.statement;
    this.host.replaceChildren(
      element(
        'div',
        { class: 'statement-head' },
        element('h2', { id: 'statement-title' }, data.name),
        element('p', { class: 'soft' }, title === data.title ? points : `${data.title} · ${points}`),
      ),
      body,
    );
  }
}
