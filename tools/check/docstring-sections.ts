/** A comment without its stars: the text before the first tag, and the tags. */
export function docstringSections(comment: string): { description: string; tags: { tag: string; text: string }[] } {
  const lines = comment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''));
  const [description = '', ...tagged] = lines.join('\n').split(/^@(?=[a-z])/m);
  const tags = tagged.map((item) => {
    const [, tag = '', text = ''] = /^(\w+)\s*([\s\S]*)$/.exec(item) ?? [];
    return { tag, text: text.trim() };
  });
  return { description, tags };
}
