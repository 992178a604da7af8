/** The ending of a file's name with its dot, `.ts`; nothing if there is none, and a name that begins with its only dot has none. */
export function extensionOf(path: string): string {
  return /[^/](\.[^./]*)$/.exec(path)?.[1] ?? '';
}
