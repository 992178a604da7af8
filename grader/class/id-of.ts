import { extensionOf } from './extension.ts';

/**
 * The student's id: the name without extension. A folder's name has none, so `jane.doe/` is `jane.doe`. Accents are in one form
 * (macOS splits them), so that one student has one id on every machine.
 */
export function idOf(name: string, isFolder: boolean): string {
  const id = isFolder ? name : name.slice(0, name.length - extensionOf(name).length);
  return id.normalize('NFC');
}
