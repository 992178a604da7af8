import { readFileSync } from 'node:fs';
import { sourceFile } from '../../../host/source-files.ts';

/** The doc comment of a formula's reference function, as text without its stars and tags; empty if there is none. */
export function formulaDocs(path: string, name: string): string {
  const source = readFileSync(sourceFile(`reference/${path}.ts`), 'utf8');
  const end = source.search(new RegExp(`^export (async )?function ${name}\\b`, 'm'));
  const before = source.slice(0, Math.max(0, end)).trimEnd();
  if (!before.endsWith('*/')) return '';
  const lines = before
    .slice(before.lastIndexOf('/**') + 3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  const tags = lines.findIndex((line) => line.startsWith('@'));
  return (tags < 0 ? lines : lines.slice(0, tags)).join('\n').trim();
}
