import { isAbsolute, relative, resolve } from 'node:path';
import { UsageError } from '../../text/errors.ts';

/** Results inside the class would be submissions of it; a folder whose name begins with a dot is skipped. */
export function expectOutside(classFolder: string, out: string): void {
  const inside = relative(resolve(classFolder), resolve(out));
  // '..', '../out', '.results', or a path on another drive
  if (inside.startsWith('.') || isAbsolute(inside)) return;
  throw new UsageError(
    `${out} lies in the class ${classFolder}, so it would count as a submission: name another --out`,
  );
}
