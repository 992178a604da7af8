import { loadParser } from '../../host/syntax.ts';
import type { SourceFile } from '../sandbox/sandbox.ts';
import { identifier, type Node, placeOf, visit } from './syntax.ts';

/** A class of a submission, with the methods that it has. */
export interface ClassFound {
  name: string;
  methods: string[];
  line: string;
}

/** Methods that hold the formula in the classes people write. */
const USUAL = [
  'forward',
  'call',
  'step',
  'update',
  'apply',
  'compute',
  'evaluate',
  'predict',
  'calculate',
  'run',
  'value',
  'loss',
  'fn',
];

export function classNamed(files: readonly SourceFile[], name: string): ClassFound | null {
  let found: ClassFound | null = null;
  for (const file of files) {
    visit(file, (node) => {
      if (!/^Class(Declaration|Expression)$/.test(node.type) || identifier(node['id']) !== name) return;
      const members = ((node['body'] as Node)['body'] ?? []) as Node[];
      const methods = members.flatMap((member) => {
        const own =
          member.type === 'MethodDefinition' && member['kind'] === 'method' ? identifier(member['key']) : null;
        return own === null ? [] : [own];
      });
      found ??= { name, methods, line: placeOf(file, node) };
    });
  }
  return found;
}

/** The method that holds the formula: the only one, or one of a usual name; null if it cannot be told. */
function formulaMethod({ methods }: ClassFound): string | null {
  const [only] = methods;
  return methods.length === 1 && only !== undefined ? only : (USUAL.find((name) => methods.includes(name)) ?? null);
}

/** Endings of the names of classes. */
const ENDING = /(?:Optimizer|Layer|Loss|Function|Activation|Cell|Model)$/;

/** The exported class that probably holds an exercise's formula: under its name, ignoring case, or with an ending of classes. */
export async function classFor(
  files: readonly SourceFile[],
  exported: readonly string[],
  exercise: string,
): Promise<ClassFound | null> {
  const isMeant = (name: string): boolean =>
    [name, name.replace(ENDING, '')].some((word) => word.toLowerCase() === exercise.toLowerCase());
  const name = exported.find(isMeant);
  if (name === undefined) return null;
  await loadParser();
  return classNamed(files, name);
}

/** What to do about a class in the place of a function. */
export function classAdvice(found: ClassFound, exercise: string): string {
  const method = formulaMethod(found);
  const source = method === null ? '' : `, with what its method ${method} computes`;
  return `${found.name} is a class, and the grader calls a function: write 'export function ${exercise}(…)'${source}`;
}
