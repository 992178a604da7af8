/** R reference, A accelerated, G gradient, P properties, E exercise. */
export type Track = 'R' | 'A' | 'G' | 'P' | 'E';

/** One formula that the catalogue names. */
export interface CatalogueRow {
  id: string;
  /** `4 training` */
  section: string;
  lecture: number;
  tracks: ReadonlySet<Track>;
}

/** The formulas of catalogue.md: a row of its tables may name several, and its last cell is the track. */
export function parseCatalogue(markdown: string): CatalogueRow[] {
  const rows: CatalogueRow[] = [];
  let section: { name: string; lecture: number } | null = null;
  for (const line of markdown.split('\n')) {
    const heading = /^## (.*)$/.exec(line);
    if (heading) {
      const numbered = /^(\d+) ([^(]+?)\s*(\(|$)/.exec(heading[1] as string);
      section = numbered ? { name: `${numbered[1]} ${numbered[2]}`, lecture: Number(numbered[1]) } : null;
      continue;
    }
    if (!section || !line.startsWith('|')) continue;
    // A cell may hold `|x|`: the first and the last cell are what counts.
    const cells = line.split('|').map((cell) => cell.trim());
    const track = cells[cells.length - 2] ?? '';
    if (!/^[RAGPE]+$/.test(track)) continue;
    for (const id of (cells[1] ?? '').split(',')) {
      const tracks = new Set(track.split('') as Track[]);
      rows.push({ id: id.trim(), section: section.name, lecture: section.lecture, tracks });
    }
  }
  return rows;
}

/** `categoricalCrossEntropy` lies in files named `categorical-cross-entropy`. */
export function fileNameOf(id: string): string {
  return id.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
