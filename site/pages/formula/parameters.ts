import { type Html, html } from '../../../grader/report/html/escape.ts';
import type { Entry } from '../../../properties/entry/entry.ts';
import { type Fields, mayBeAbsent, type Parameter, type Range } from '../../../properties/parameters/parameter.ts';
import { signatureBlock, writtenDefault, writtenType } from '../../../properties/parameters/signature.ts';
import { codeBlock } from '../code.ts';
import { inline } from '../markdown.ts';
import { capitalized } from '../names.ts';

/**
 * The signature, and of the parameters what it and the list of shapes leave open: what is legal, the default, what an
 * option means.
 */
export function parametersList(
  { id, parameters, result }: Pick<Entry, 'id' | 'parameters' | 'result'>,
  comments: ReadonlyMap<string, string>,
): Html {
  const rows = rowsOf(parameters, '', false)
    .map((row) => ({ ...row, words: words(row.parameter, comments.get(row.field) ?? '') }))
    .filter((row) => row.words !== '' || row.extended);
  return html`${codeBlock(signatureBlock(id, parameters, result), 'Signature')}
${
  rows.length === 0
    ? null
    : html`<dl class="parameters">
${rows.map(
  ({ name, parameter, extended, words }) =>
    html`<dt><code>${name}</code> <code class="type">${writtenType(parameter)}</code>${extended ? html` <span class="chip">beyond the exercise</span>` : null}</dt>
<dd>${inline(words === '' ? 'As above.' : words)}</dd>
`,
)}</dl>
`
}`;
}

/** What is known of a parameter, as sentences. A comment that says the default says it better. */
function words(parameter: Parameter, comment: string): string {
  const byDefault = /\bdefault\b/.test(comment) ? '' : shownDefault(parameter);
  return [legalValues(parameter), comment, byDefault]
    .filter((text) => text !== '')
    .map((text) => `${capitalized(text)}.`)
    .join(' ');
}

interface Row {
  /** `options.axis` */
  name: string;
  /** `axis` */
  field: string;
  parameter: Parameter;
  extended: boolean;
}

/** A row for each parameter; the fields of records have their own. */
function rowsOf(fields: Fields, prefix: string, isExtended: boolean): Row[] {
  return Object.entries(fields).flatMap(([field, parameter]) => {
    const name = `${prefix}${field}`;
    const extended = isExtended || parameter.extended === true;
    if (parameter.kind === 'options' || parameter.kind === 'record') {
      return rowsOf(parameter.fields, `${name}.`, extended);
    }
    if (parameter.kind === 'list' && parameter.of.kind === 'record') {
      return rowsOf(parameter.of.fields, `${name}[].`, extended);
    }
    return [{ name, field, parameter, extended }];
  });
}

function shownDefault(parameter: Parameter): string {
  if (parameter.default !== undefined) return `default \`${writtenDefault(parameter.default)}\``;
  return mayBeAbsent(parameter) ? 'may be absent' : '';
}

/** What is legal, in words: `from 0 to below 1`, `each above 0`. */
function legalValues(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return parameter.nonFinite ? 'any number, NaN and infinities too' : rangeOf(parameter);
    case 'integer':
      return `whole, ${rangeOf(parameter)}`;
    case 'pair':
      return `two whole numbers, each ${rangeOf({ least: parameter.least })}`;
    case 'boolean':
      return '';
    case 'choice':
      return parameter.orRecord ? 'one of these words, or a record' : '';
    case 'string':
      return parameter.token ? 'a word without white space' : '';
    case 'list':
      return parameter.mayBeEmpty ? 'may be empty' : '';
    case 'record':
    case 'options':
      return '';
    default: {
      const range = parameter.element ? `each number ${rangeOf(parameter.element)}` : '';
      return [range, parameter.mayBeEmpty ? 'may be empty' : ''].filter((text) => text !== '').join('; ');
    }
  }
}

function rangeOf({ least, above, most, below, endsOnly }: Range): string {
  if (endsOnly) return `${least} or ${most}`;
  const from = least !== undefined ? `from ${least}` : above !== undefined ? `above ${above}` : '';
  const to = most !== undefined ? `${from === '' ? 'up ' : ''}to ${most}` : below !== undefined ? `below ${below}` : '';
  return [from, to === '' && least !== undefined ? 'upwards' : to]
    .filter((part) => part !== '')
    .join(above !== undefined || below !== undefined ? ' and ' : ' ');
}
