/** What the contract says of one exercise. */
export interface ContractRow {
  name: string;
  signature: string;
  /** the first word of its section */
  section: string;
  misconceptions: readonly string[];
  /** those of them that are right on mild input */
  unstable: readonly string[];
  /** those of the section More names, whose verdict depends on how they are written */
  moreNames: readonly string[];
  /** it names input that must be refused (!) */
  refuses: boolean;
  /** its values are judged only by their relative error */
  relative: boolean;
}

/** The exercises of docs/contract.md by name. */
export function parseContract(markdown: string): Map<string, ContractRow> {
  const rows = new Map<string, ContractRow>();
  let section = '';
  for (const line of markdown.split('\n')) {
    const heading = /^### (\w+)/.exec(line);
    if (heading) section = heading[1] as string;
    const row = /^- `((\w+)\(.*?)`(.*)$/.exec(line);
    if (!section || !row) continue;
    const [, written, name, rest] = row as unknown as [string, string, string, string];
    const signature = spelledOut(written, [...rows.values()].at(-1)?.signature ?? '');
    const [semantics = '', ...listed] = rest.split(' · ');
    const [last = '', unstableList = ''] = (listed.pop() ?? semantics).split('Unstable:');
    const wrong = listed.length > 0 || rest.includes(' · ') ? [...listed, last].flatMap(nameOfItem) : [];
    const unstable = unstableList.split(',').flatMap(nameOfItem);
    rows.set(name, {
      name,
      signature,
      section,
      misconceptions: [...wrong, ...unstable],
      unstable,
      moreNames: [],
      refuses: /(^|\s)! /.test(semantics),
      relative: /,\s*relative\b/.test(semantics),
    });
  }
  for (const [name, more] of moreNames(markdown)) {
    const row = rows.get(name);
    if (row) rows.set(name, { ...row, moreNames: [...row.moreNames, ...more] });
  }
  return rows;
}

/**
 * The section More names, by function: `- tanh: overflow (unstable), cancellation · softmax: shift-in-one-place`. What is
 * said of every optimizer names no function.
 */
function moreNames(markdown: string): [string, string[]][] {
  const [, section = ''] = /^### More names$([^]*?)(?=^#|$(?![^]))/m.exec(markdown) ?? [];
  return withoutRemarks(section)
    .split(/^- | · /m)
    .flatMap((item): [string, string[]][] => {
      const [, functions = '', names = ''] = /^(\w+(?:, \w+)*): ([^]*)$/.exec(item) ?? [];
      return functions.split(', ').map((name) => [name, names.split(/[,;]/).flatMap(nameOfItem)]);
    });
}

/** Remarks in parentheses may hold parentheses. */
function withoutRemarks(text: string): string {
  const shorter = text.replace(/\([^()]*\)/g, '');
  return shorter === text ? text : withoutRemarks(shorter);
}

/** A signature with what it takes from the row above in its place: `(the same)`, `options as above`. */
function spelledOut(written: string, above: string): string {
  const [, parameters = '', result = ''] = /^\w+\((.*)\)(: .*?)$/.exec(above) ?? [];
  const [, options = ''] = /(\{[^{}]*\})$/.exec(parameters) ?? [];
  return (
    written
      .replace(/\(the same\)$/, () => `(${parameters})${result}`)
      .replace('(the same)', () => `(${parameters})`)
      .replace('options as above', () => options)
      // A type that is that of another row is not compared.
      .replace(/: as \w+/, '')
  );
}

/** `weights-transposed (square only)` names `weights-transposed`. */
function nameOfItem(item: string): string[] {
  const name = /^[a-z][a-z0-9-]*/.exec(item.trim());
  return name ? [name[0]] : [];
}
