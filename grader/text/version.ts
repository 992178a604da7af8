import { readFileSync } from 'node:fs';
import { sourceFile } from '../../host/source-files.ts';

/** The version of the package. */
export function packageVersion(): string {
  const text = readFileSync(sourceFile('package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
