/** A student of the roster; `null` if the roster has no such column or the cell is empty. */
export interface Student {
  /** what submissions are named by; unique in a roster */
  id: string;
  name: string | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  sisId: string | null;
  login: string | null;
  section: string | null;
  /** the number that Canvas knows the student by, also in the names of downloaded files */
  canvasId: string | null;
  /** the number of Moodle's `Participant 123456`, also in the names of downloaded files */
  moodleId: string | null;
  /** when the student handed in, ISO 8601 */
  submitted: string | null;
  /** what the roster says, if it says that the student is excused */
  excused: string | null;
}

/** What a learning platform says of somebody who handed something in; what it does not say is absent. */
export type KnownStudent = Partial<Record<Exclude<keyof Student, 'id'>, string>>;

/** A student of whom only the id is known. */
export function nameless(id: string): Student {
  return {
    id,
    name: null,
    firstName: null,
    lastName: null,
    email: null,
    sisId: null,
    login: null,
    section: null,
    canvasId: null,
    moodleId: null,
    submitted: null,
    excused: null,
  };
}
