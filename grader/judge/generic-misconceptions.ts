import type { Entry, Misconception } from '../../properties/entry/entry.ts';
import { type Option, optionsOf } from './option.ts';

type Text = Pick<Misconception, 'id' | 'title' | 'hint'>;

/** The errors that are named in every formula of a kind, as `explain` and the reports call them; a record's hint says which option it is. */
export function genericMisconceptions({ entry, path }: { entry: Entry; path: string }): Text[] {
  return [
    ...(hasNamedDefaults(entry, path) ? [otherDefault(entry, 'Give the options the defaults of the signature.')] : []),
    ...(optionsOf(entry.parameters).length > 0
      ? [optionIgnored(entry, 'Read every option of the signature; its default is only for where it is not given.')]
      : []),
  ];
}

export function otherDefault({ id }: Entry, hint: string): Text {
  return { id: `${id}/other-default`, title: 'right where all options are given, with another default', hint };
}

export function optionIgnored({ id }: Entry, hint: string): Text {
  return { id: `${id}/option-ignored`, title: 'an option is not read', hint };
}

/** Every optimizer, and the normalizations of a layer: their defaults differ from library to library. */
export function hasNamedDefaults({ id, parameters }: Entry, path: string): boolean {
  return (
    (path.startsWith('optimizers/') || ['batchNorm', 'layerNorm'].includes(id)) && optionsOf(parameters).length > 0
  );
}

/** The misconception of an entry that says that an option is not read: `loss-ignored`, `at-zero-fixed`. */
export function ownNameOf({ id, misconceptions }: Entry, { name }: Option): Misconception | null {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const names = [words, words.replace(/s$/, '')].flatMap((word) => [`${id}/${word}-ignored`, `${id}/${word}-fixed`]);
  return misconceptions.find((item) => names.includes(item.id)) ?? null;
}
