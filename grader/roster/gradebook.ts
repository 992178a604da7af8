/** A platform whose own gradebook, as it hands it out, is a roster. */
export type GradebookName = 'canvas' | 'blackboard' | 'brightspace' | 'sakai';

/**
 * Whose gradebook a header is of, by that platform's own columns; null for any other roster.
 *
 * @example gradebookOf(['Student ID', 'Student Name', 'HW 1 [10]']) // 'sakai'
 */
export function gradebookOf(header: readonly string[]): GradebookName | null {
  const has = (...names: readonly string[]): boolean => names.every((name) => header.includes(name));
  if (header[0] === 'Student' && header[1] === 'ID' && has('Section')) return 'canvas';
  if (header[0] === 'Student ID' && header[1] === 'Student Name') return 'sakai';
  if (has('OrgDefinedId') || has('End-of-Line Indicator')) return 'brightspace';
  const isOfColumns = has('Availability') || header.some((name) => /\|\d+$/.test(name));
  return has('Last Name', 'First Name', 'Username') && isOfColumns ? 'blackboard' : null;
}
