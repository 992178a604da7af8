import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import { mayBeAbsent, type Parameter } from '../../properties/parameters/parameter.ts';
import type { Value } from '../../properties/values/value.ts';
import { element } from '../shared/dom.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What a value of a parameter is typed into, or chosen from.
 *
 * @param absence what it means that nothing is chosen
 */
export function controlFor(parameter: Parameter, absence: string | null, attributes: Record<string, string>): Control {
  switch (parameter.kind) {
    case 'boolean':
      return selectOf([true, false], parameter, absence, attributes);
    case 'choice':
      // A record may take the place of a word, so that one is typed.
      if (parameter.orRecord) return element('textarea', { rows: '1', ...attributes });
      return selectOf(parameter.words, parameter, absence, attributes);
    case 'number':
    case 'integer':
      return element('input', { ...attributes, inputmode: 'text', placeholder: absence ?? '' });
    case 'string':
    case 'pair':
      return element('input', { ...attributes, placeholder: absence ?? '' });
    default:
      return element('textarea', { rows: '1', ...attributes });
  }
}

/** A choice of values, each as JSON. */
function selectOf(
  values: readonly (string | number | boolean)[],
  parameter: Parameter,
  absence: string | null,
  attributes: Record<string, string>,
): HTMLSelectElement {
  const options = values.map((value) => element('option', { value: exactJson(value) }, `${value}`));
  const none = mayBeAbsent(parameter) ? element('option', { value: '' }, absence ?? '') : null;
  return element('select', attributes, none, ...options);
}

/** Chooses a value, one that is not offered too: then the formula says what is wrong with it. */
export function choose(select: HTMLSelectElement, value: Value): void {
  const json = value === undefined ? '' : exactJson(value);
  if (!Array.from(select.options).some((option) => option.value === json)) {
    select.append(element('option', { value: json }, json === '' ? '(nothing)' : json.slice(0, 60)));
  }
  select.value = json;
}
