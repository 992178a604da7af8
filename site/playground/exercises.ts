import type { ExerciseData, ListedExercise } from './exercise-data.ts';
import type { Files } from './files.ts';

/** What is fetched of exercises; each is asked for once. */
export class Exercises {
  readonly #root: URL;
  readonly #asked = new Map<string, Promise<ExerciseData>>();
  readonly #loaded = new Map<string, ExerciseData>();

  constructor(root: URL) {
    this.#root = root;
  }

  list(): Promise<ListedExercise[]> {
    return this.#json('data/exercises.json');
  }

  load(name: string): Promise<ExerciseData> {
    const asked = this.#asked.get(name) ?? this.#json<ExerciseData>(`data/exercises/${name}.json`);
    this.#asked.set(name, asked);
    asked.then(
      (data) => this.#loaded.set(name, data),
      // The next one who asks tries again.
      () => this.#asked.delete(name),
    );
    return asked;
  }

  /** Whether a file is a stub as it was handed out. */
  isStub(path: string, files: Files): boolean {
    const stub = this.#loaded.get(path.replace(/\.ts$/, ''))?.stub;
    return stub !== undefined && files.some((file) => file.path === path && file.code === stub);
  }

  async #json<T>(path: string): Promise<T> {
    const answer = await fetch(new URL(path, this.#root));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }
}

/** The file in which an exercise is written, null if there is none. */
export function fileOfExercise(name: string, files: Files): string | null {
  const own = files.find(({ path }) => /^(?:.*\/)?([^/]*)\.\w+$/.exec(path)?.[1] === name);
  const exported = new RegExp(`^export\\s+(?:async\\s+)?(?:function\\*?|const|let|var|class)\\s+${name}\\b`, 'm');
  return (own ?? files.find(({ code }) => exported.test(code)))?.path ?? null;
}

/** Whether files say anything of an exercise: others are not judged, so that their oracles need not be loaded. */
export function isMentioned(name: string, files: Files): boolean {
  return files.some(({ path, code }) => path.includes(name) || code.includes(name));
}
