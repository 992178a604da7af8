import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Misconception } from '../../properties/entry/entry.ts';
import type { Form } from '../../properties/entry/forms.ts';
import type { Explanation, OtherDefault, Unread } from './explanation.ts';
import { hasNamedDefaults, optionIgnored, otherDefault, ownNameOf } from './generic-misconceptions.ts';
import { shownGuard } from './guarded-logarithm.ts';
import { type Option, shown } from './option.ts';

/** What a submission is told about its error. */
export interface Finding {
  /** id and hint of what it computes; null if only what the notes say is known */
  misconception: (Pick<Misconception, 'id' | 'title' | 'hint'> & Partial<Misconception>) | null;
  /** what the submission computes, where that is known: each of these forms may be it */
  forms: readonly Form[];
  /** what else differs, a sentence each */
  notes: string[];
}

/** If nothing is known. */
export const NO_FINDING: Finding = { misconception: null, forms: [], notes: [] };

/** The name of an explanation, and the sentences about what is beside it. */
export function findingOf(located: LocatedExercise, explanation: Explanation): Finding {
  const { named, also, form, unread, defaults, unreadForms, guard, isFloat32 } = explanation;
  const forms = [form];
  const rest = [
    ...(also === null ? [] : [`Another error beside it: ${also.title} (${also.id}).`]),
    ...unreadForms.map(({ name }) => `It does not read ${name}: that ends in an error or in no number.`),
    ...(guard === null
      ? []
      : [`The logarithm is guarded: ${guard === 'some' ? 'something small is added' : shownGuard(guard)}.`]),
    ...(isFloat32 ? ['The results are rounded to float32.'] : []),
  ];
  const [unreadNotes, defaultNotes] = [unread.map(unreadNote), defaults.map(defaultNote)];
  if (named !== null) return { misconception: named, forms, notes: [...unreadNotes, ...defaultNotes, ...rest] };
  const { entry, path } = located;
  const own = unread.map(({ option }) => ownNameOf(entry, option));
  const first = Math.max(
    own.findIndex((name) => name !== null),
    0,
  );
  const main = unread[first];
  if (main !== undefined) {
    const notes = [...unreadNotes.filter((_, i) => i !== first), ...defaultNotes, ...rest];
    return { misconception: own[first] ?? optionIgnored(entry, unreadHint(main)), forms, notes };
  }
  if (defaults.length > 0 && hasNamedDefaults(entry, path))
    return { misconception: otherDefault(entry, defaults.map(defaultHint).join(' ')), forms, notes: rest };
  return { misconception: null, forms, notes: [...defaultNotes, ...rest] };
}

function unreadNote(unread: Unread): string {
  const always = alwaysOf(unread);
  return `${subjectOf(unread.option)} is not read${always === null ? '' : `: it is always ${always}`}.`;
}

function unreadHint(unread: Unread): string {
  const { name, default: right } = unread.option;
  const always = alwaysOf(unread);
  return `${name} is not read${always === null ? '' : `: you always take ${always}`}. Take the ${name} that is given, and ${shown(right)} only where none is.`;
}

function alwaysOf({ option, value }: Unread): string | null {
  switch (value.kind) {
    case 'default':
      return shown(option.default);
    case 'other':
      return shown(value.value);
    case 'some':
      return null;
  }
}

function subjectOf({ name, field }: Option): string {
  return `The ${field === null ? 'argument' : 'option'} ${name}`;
}

function defaultNote({ option, value }: OtherDefault): string {
  const { name, default: right } = option;
  switch (value.kind) {
    case 'known':
      return `The default of ${name} differs: ${shown(value.value)} for ${shown(right)}.`;
    case 'missing':
      return `${subjectOf(option)} has no default: where it is not given it is ${shown(right)}.`;
    case 'several':
      return `The default of ${name} is another than ${shown(right)}.`;
    case 'unknown':
      return `What is taken for ${name} where it is not given differs from ${shown(right)}.`;
  }
}

function defaultHint({ option, value }: OtherDefault): string {
  const right = `Where ${option.name} is not given, it is ${shown(option.default)} here`;
  switch (value.kind) {
    case 'known':
      return `${right}, yours is ${shown(value.value)}.`;
    case 'missing':
      return `${right}, yours has no default.`;
    case 'several':
    case 'unknown':
      return `${right}, yours is another.`;
  }
}
