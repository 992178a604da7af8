/** The import lines for those of the names that the code uses: `[['../ndarray.ts', ['type NdArray', 'map']]]`. */
export function withImports(
  from: readonly (readonly [path: string, names: readonly string[]])[],
  code: string,
): string {
  // A name before a colon is that of a field or a parameter.
  const spoken = code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'/g, '');
  const lines = from.flatMap(([path, names]) => {
    const used = names.filter((name) => new RegExp(`(?<![.\\w])${name.replace(/^.* /, '')}\\b(?!\\??:)`).test(spoken));
    return used.length === 0 ? [] : [importLine(path, used)];
  });
  return `${lines.join('')}\n${code}`;
}

function importLine(path: string, names: readonly string[]): string {
  const [only = ''] = names;
  if (only.startsWith('* as') || only.startsWith('default ')) {
    return `import ${only.replace('default ', '')} from '${path}';\n`;
  }
  const areTypes = names.every((name) => name.startsWith('type '));
  const list = areTypes ? names.map((name) => name.replace('type ', '')) : names;
  return `import ${areTypes ? 'type ' : ''}{ ${list.join(', ')} } from '${path}';\n`;
}
