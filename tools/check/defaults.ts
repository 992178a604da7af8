import fc from 'fast-check';
import ts from 'typescript';
import type { Entry } from '../../properties/entry/entry.ts';
import { plain } from '../../properties/entry/subject.ts';
import { isSameAs, type Parameter } from '../../properties/parameters/parameter.ts';
import { firstMismatch } from '../../properties/values/agreement.ts';
import { mapNumbers } from '../../properties/values/tree.ts';
import { isRecord, type Tree, type Value } from '../../properties/values/value.ts';
import { parsed } from './source.ts';

const DRAWS = 40;

/**
 * The defaults of a reference that are not those of its entry: by what it computes without an argument and with the
 * entry's default given, and by what its documentation says.
 */
export function checkDefaults(entry: Entry, text: string): string[] {
  const stated = documentedDefaults(text);
  return defaultsOf(entry).flatMap(({ name, value, given, absent }) => {
    const said = stated.get(name);
    return [
      ...(differs(entry, given, absent)
        ? [`without ${name} it does not compute what ${name} = ${JSON.stringify(value)} gives, the entry's default`]
        : []),
      ...(said === undefined ||
      Number(said) === value ||
      said === (typeof value === 'string' ? value : JSON.stringify(value))
        ? []
        : [`its documentation says that the default of ${name} is ${said}, the entry says ${JSON.stringify(value)}`]),
    ];
  });
}

interface Default {
  name: string;
  value: Value;
  /** the argument lists with the default given, and without it */
  given: (args: readonly Value[]) => Value[];
  absent: (args: readonly Value[]) => Value[];
}

function defaultsOf({ parameters }: Entry): Default[] {
  return Object.entries(parameters).flatMap(([name, parameter], position): Default[] => {
    if (parameter.kind !== 'options') {
      const { default: value } = parameter;
      if (value === undefined || isSameAs(value)) return [];
      return [
        {
          name,
          value,
          given: (args) => [...args.slice(0, position), value],
          absent: (args) => args.slice(0, position),
        },
      ];
    }
    return Object.entries(parameter.fields).flatMap(([field, { default: value }]: [string, Parameter]): Default[] => {
      if (value === undefined || isSameAs(value)) return [];
      const optionsOf = (args: readonly Value[]): Record<string, Value> => {
        const options = args[position];
        return isRecord(options) ? { ...options } : {};
      };
      return [
        {
          name: field,
          value,
          given: (args) => [...args.slice(0, position), { ...optionsOf(args), [field]: value }],
          absent: (args) => {
            const { [field]: _, ...rest } = optionsOf(args);
            return [...args.slice(0, position), rest];
          },
        },
      ];
    });
  });
}

function differs(entry: Entry, given: Default['given'], absent: Default['absent']): boolean {
  const compute = plain(entry, entry.reference);
  const drawn = fc.sample(entry.inputs, { numRuns: DRAWS, seed: 1 });
  return [...Object.values(entry.edges), ...drawn].some((args) => {
    const got = outcome(() => compute(absent(args)));
    const expected = outcome(() => compute(given(args)));
    if (got === null || expected === null) return got !== expected;
    const allowed = mapNumbers(expected, () => 0) as Tree<number>;
    return firstMismatch(got, expected, { allowed, because: 'the same call', signedZero: true }) !== null;
  });
}

/** What a call gives; null where the arguments are refused, as probabilities may be in the place of logits. */
function outcome(call: () => Value): Value | null {
  try {
    return call();
  } catch {
    return null;
  }
}

/** `default 1e-7` in the comments of the fields of an options interface. */
function documentedDefaults(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const source = parsed('reference.ts', text);
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node)) {
      const comment = ts
        .getJSDocCommentsAndTags(node)
        .map((doc) => doc.getText(source))
        .join(' ');
      const said = /\bdefault '?([\w.-]+\w)/.exec(comment)?.[1];
      if (said !== undefined) found.set(node.name.getText(source), said);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
