import { exactJson } from '../../grader/command-line/commands/exact-json.ts';
import type { Value } from '../../properties/values/value.ts';
import { type Input, PAGE_BACKENDS, type PageBackend } from './messages.ts';
import { readJson } from './read-text.ts';

/** What a link says: a formula, and maybe its input and the backends to compare with. */
export interface Linked {
  name: string;
  input: Input | null;
  backends: readonly PageBackend[];
  /** what it asks for that no page has, in one line */
  notice?: string;
}

/** Programs that pass links on cut them beyond about this. */
const LONGEST = 8000;

/** The fragment that carries the input, `#formula=softmax&args=…`; null if it would be too long for a link. */
export function fragmentOf(name: string, { args, upstream }: Input, backends: readonly PageBackend[]): string | null {
  const fields = new URLSearchParams({ formula: name, args: exactJson(args) });
  if (upstream !== undefined) fields.set('upstream', exactJson(upstream));
  if (backends.length > 0) fields.set('with', backends.join(','));
  // A comma and brackets may stay as they are in a fragment, where they are easier to read.
  const fragment = `#${fields.toString().replace(/%(?:2C|5B|5D|3A)/g, decodeURIComponent)}`;
  return fragment.length <= LONGEST ? fragment : null;
}

/** What a fragment says, `#softmax` too; null if it is empty. @throws {SyntaxError} with what is wrong with it, in one line */
export function readFragment(fragment: string): Linked | null {
  const text = fragment.replace(/^#/, '');
  if (text === '') return null;
  if (/^\w+$/.test(text)) return { name: text, input: null, backends: [] };
  const fields = new URLSearchParams(text);
  const name = fields.get('formula');
  if (name === null) throw new SyntaxError('this link names no formula: it should begin with #formula=');
  const compared = comparedBy((fields.get('with') ?? '').split(','));
  const args = fields.get('args');
  if (args === null) return { name, input: null, ...compared };
  const list = valueOf('args', args);
  if (!Array.isArray(list)) throw new SyntaxError('the arguments in this link are not a list');
  const upstream = fields.get('upstream');
  const input = {
    args: list.map((item: Value) => item ?? undefined),
    ...(upstream !== null && { upstream: valueOf('upstream', upstream) }),
  };
  return { name, input, ...compared };
}

/** The reference is in every page, so that its name asks for nothing. */
function comparedBy(names: readonly string[]): Pick<Linked, 'backends' | 'notice'> {
  const backends = PAGE_BACKENDS.filter((backend) => names.includes(backend));
  const known = new Set<string>([...PAGE_BACKENDS, 'reference', '']);
  const unknown = names.filter((name) => !known.has(name)).join(', ');
  if (unknown === '') return { backends };
  const shown = unknown.slice(0, 60);
  return { backends, notice: `with in this link: expected any of ${PAGE_BACKENDS.join(', ')}, got ${shown}` };
}

function valueOf(name: string, text: string): Value {
  const read = readJson(name, text);
  if ('error' in read) throw new SyntaxError(`this link cannot be read: ${read.error}`);
  return read.value;
}
