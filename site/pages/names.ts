/** What a heading or an id is called as an anchor: `softmax/over-batch` is `softmax-over-batch`. */
export function anchorOf(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

/** Where a formula's page is, from the site's root. */
export function formulaPath(id: string): string {
  return `formulas/${id}.html`;
}

/** Where a lecture's page is, from the site's root. */
export function lecturePath(lecture: number): string {
  return `lectures/${lecture}.html`;
}

/** Where the text of a source file is, from the site's root. Servers send .ts as video, so it gets another ending. */
export function sourcePath(file: string): string {
  return `source/${file}.txt`;
}

/** A topic as a title: `Training`, and what is an abbreviation as one: `NLP`. */
export function topicTitle(topic: string): string {
  return topic.length <= 3 ? topic.toUpperCase() : capitalized(topic);
}

/** A text as the beginning of a sentence. */
export function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
