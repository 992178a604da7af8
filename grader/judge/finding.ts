import type { LocatedExercise } from '../../exercises/exercises.ts';
import type { Misconception } from '../../properties/entry/entry.ts';
import type { Explanation, OtherDefault } from './explanation.ts';
import { hasNamedDefaults, optionIgnored, otherDefault, ownNameOf } from './generic-misconceptions.ts';
import { shownGuard } from './guarded-logarithm.ts';
import { type Change, shown } from './option.ts';

/** What a submission is told about its error. */
export interface Finding {
  /** id and hint of what it computes; null if only what the notes say is known */
  misconception: Pick<Misconception, 'id' | 'hint'> | null;
  /** what else differs, a sentence each */
  notes: string[];
}

/** The name of an explanation, and the sentences about what is beside it. */
export function findingOf(located: LocatedExercise, explanation: Explanation): Finding {
  const { named, also, unread, defaults, unreadForms, guard, isFloat32 } = explanation;
  const rest = [
    ...(also === null ? [] : [`Another error beside it: ${also.title} (${also.id}).`]),
    ...unreadForms.map(({ name }) => `It cannot do ${name}.`),
    ...(guard === null
      ? []
      : [`The logarithm is guarded: ${guard === 'some' ? 'something small is added' : shownGuard(guard)}.`]),
    ...(isFloat32 ? ['The results are rounded to float32.'] : []),
  ];
  const [unreadNotes, defaultNotes] = [unread.map(unreadNote), defaults.map(defaultNote)];
  if (named !== null) return { misconception: named, notes: [...unreadNotes, ...defaultNotes, ...rest] };
  const { entry, path } = located;
  const own = unread.map(({ option }) => ownNameOf(entry, option));
  const first = Math.max(
    own.findIndex((name) => name !== null),
    0,
  );
  const change = unread[first];
  if (change !== undefined) {
    const notes = [...unreadNotes.filter((_, i) => i !== first), ...defaultNotes, ...rest];
    return { misconception: own[first] ?? optionIgnored(entry, unreadHint(change)), notes };
  }
  if (defaults.length > 0 && hasNamedDefaults(entry, path))
    return { misconception: otherDefault(entry, defaults.map(defaultHint).join(' ')), notes: rest };
  return { misconception: null, notes: [...defaultNotes, ...rest] };
}

function fixedValue({ option, value }: Change): string {
  return shown(value ?? option.default);
}

function unreadNote(change: Change): string {
  return `${change.option.name} is not read: it is always ${fixedValue(change)}.`;
}

function unreadHint({ option, value }: Change): string {
  const { name } = option;
  return `${name} is not read: you always take ${fixedValue({ option, value, when: 'always' })}. Take the ${name} that is given, and ${shown(option.default)} only where none is.`;
}

function defaultNote({ option, value }: OtherDefault): string {
  const { name, default: right } = option;
  switch (value.kind) {
    case 'known':
      return `The default of ${name} differs: ${shown(value.value)} for ${shown(right)}.`;
    case 'missing':
      return `${name} has no default: it is ${shown(right)} where it is not given.`;
    case 'unknown':
      return `The default of ${name} is another than ${shown(right)}.`;
  }
}

function defaultHint({ option, value }: OtherDefault): string {
  const right = `Where ${option.name} is not given, it is ${shown(option.default)} here`;
  switch (value.kind) {
    case 'known':
      return `${right}, yours is ${shown(value.value)}.`;
    case 'missing':
      return `${right}, yours has no default.`;
    case 'unknown':
      return `${right}, yours is another.`;
  }
}
