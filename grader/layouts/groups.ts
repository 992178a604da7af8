/** Things by a key, in the order in which the keys come first. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** The beginning that all names share, up to and with the last `end` in it; '' if there is none. */
export function sharedPrefix(names: readonly string[], end: string): string {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && first[same] === other[same]) same += 1;
    length = same;
  }
  // What is shared must not be a whole name: nothing would be left of it.
  const longest = Math.min(length, ...names.map((name) => name.length - 1));
  return first.slice(0, first.lastIndexOf(end, longest - 1) + 1);
}
