import type { Entry } from '../entry/entry.ts';
import type { Bleu } from './bleu.ts';

const mat = ['the', 'cat', 'sat', 'on', 'the', 'mat'];

export const edges: Entry<Bleu>['edges'] = {
  equal: [mat, [mat]],
  'one word': [['cat'], [['cat']], { maxOrder: 1 }],
  'one word of a longer reference': [['cat'], [mat], { maxOrder: 1 }],
  'no word right': [['x', 'y'], [['a', 'b', 'c']], { maxOrder: 2 }],
  'no run of four': [
    ['the', 'cat', 'the', 'mat', 'the', 'dog'],
    [mat, ['the', 'dog', 'sat']],
  ],
  'shorter than the order, though equal': [['a', 'b', 'c'], [['a', 'b', 'c']]],
  'as long as the order': [['a', 'b', 'c', 'd'], [['a', 'b', 'c', 'd', 'e']]],
  'a reference shorter than the order': [['a', 'b', 'c'], [['a'], ['a', 'b', 'd']], { maxOrder: 2 }],
  'equally close, the longer first': [
    ['a', 'b', 'c', 'd', 'e'],
    [
      ['a', 'b', 'c', 'd', 'e', 'f'],
      ['a', 'b', 'c', 'd'],
    ],
    { maxOrder: 2 },
  ],
  'equally close, the shorter first': [
    ['a', 'b', 'c', 'd', 'e'],
    [
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ],
    { maxOrder: 2 },
  ],
  'the closest is the longer': [
    ['a', 'b', 'c', 'd', 'e', 'f'],
    [
      ['a', 'b'],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    ],
    { maxOrder: 2 },
  ],
  'clipped by the larger count': [
    ['a', 'b', 'a', 'b', 'a'],
    [
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'c', 'b', 'd', 'e'],
    ],
    { maxOrder: 2 },
  ],
  'a repeated word, two references': [
    ['the', 'the', 'the', 'cat'],
    [
      ['the', 'cat'],
      ['the', 'mat', 'is', 'the'],
    ],
    { maxOrder: 1 },
  ],
  'one word too short': [['the', 'cat', 'sat', 'on', 'the'], [mat]],
  'one word too long': [['the', 'cat', 'sat', 'on', 'the', 'red', 'mat'], [mat]],
  'words that run together': [['ab', 'a', 'aba', 'b'], [['a', 'ba', 'ab', 'ab', 'a']], { maxOrder: 2 }],
  'words of one letter each': [['a', 'aa', 'aaa', 'a', 'aa'], [['aa', 'a', 'a', 'aa', 'aaa']], { maxOrder: 2 }],
  'the shortest is not the closest': [
    ['a', 'b', 'a', 'c', 'b'],
    [
      ['b', 'a', 'c', 'b', 'a', 'c'],
      ['a', 'b'],
    ],
    { maxOrder: 1 },
  ],
  'equally close, the longer first, with an error': [
    ['a', 'b', 'c'],
    [
      ['a', 'b', 'a', 'c'],
      ['a', 'b'],
    ],
    { maxOrder: 2 },
  ],
  'two words, order 3': [['a', 'b'], [['a', 'b', 'c']], { maxOrder: 3 }],
  'upper and lower case': [['The', 'cat', 'sat'], [['the', 'cat', 'sat']], { maxOrder: 2 }],
  'other alphabets': [['кот', 'сидит', '猫', '🙂'], [['кот', 'сидит', '🙂', '猫']], { maxOrder: 2 }],
  'words of code': [['<b>', '"', "it's", '&amp;'], [['<b>', '"', "it's", '&amp;', '</b>']], { maxOrder: 3 }],
  'order 5': [['a', 'cat', 'sat', 'on', 'the', 'mat'], [mat], { maxOrder: 5 }],
};

export const illegal: Entry<Bleu>['illegal'] = {
  'a number for a word of a reference': { args: [['a'], [['a', 1]]], names: 'references[0][1]' },
  'a reference without words': { args: [['a'], [['a'], []]], names: 'references[1]' },
  'a tab in a word': { args: [['a', 'b\tc'], [['a']]], names: 'candidate[1]' },
  'Infinity as a word': { args: [['Infinity'], [['a']]], names: 'candidate[0]' },
};

export const worked: Entry<Bleu>['worked'] = [
  {
    name: "the's, clipped",
    origin: 'Papineni et al. (2002), section 2.1, example 2: 2/7',
    args: [
      ['the', 'the', 'the', 'the', 'the', 'the', 'the'],
      [
        ['the', 'cat', 'is', 'on', 'the', 'mat'],
        ['there', 'is', 'a', 'cat', 'on', 'the', 'mat'],
      ],
      { maxOrder: 1 },
    ],
    expected: 2 / 7,
  },
  {
    name: 'a red mat',
    origin: 'by hand: 6/7, 4/6, 3/5, 2/4, whose product is 6/35; as long as the reference is no shorter',
    args: [['the', 'cat', 'sat', 'on', 'the', 'red', 'mat'], [mat]],
    expected: (6 / 35) ** (1 / 4),
  },
  {
    name: 'a word short',
    origin: 'by hand: every precision is 1, the penalty e^(1 - 6/5)',
    args: [['the', 'cat', 'sat', 'on', 'the'], [mat]],
    expected: Math.exp(-0.2),
  },
  {
    name: 'clipped by the larger count, not by the sum',
    origin: 'by hand: a and b once each of 5, "a b" once of 4 as the others are in no reference: the root of 2/5 1/4',
    args: [
      ['a', 'b', 'a', 'b', 'a'],
      [
        ['a', 'b', 'c', 'd', 'e'],
        ['a', 'c', 'b', 'd', 'e'],
      ],
      { maxOrder: 2 },
    ],
    expected: Math.sqrt(0.1),
  },
  {
    name: 'equally close lengths',
    origin: 'by hand: 4 and 6 are as close to 5, and 4 is taken: no penalty; every precision is 1',
    args: [
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['a', 'b', 'c', 'd'],
        ['a', 'b', 'c', 'd', 'e', 'f'],
      ],
      { maxOrder: 1 },
    ],
    expected: 1,
  },
];
