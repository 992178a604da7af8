import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A page as it was written. */
export interface Written {
  path: string;
  document: string;
}

/** @throws {Error} An address or an anchor of a page leads nowhere, or to another host. */
export function checkLinks(out: string, pages: readonly Written[]): void {
  const broken = brokenLinks(pages, (path) => existsSync(join(out, path)));
  if (broken.length > 0) throw new Error(`Links that lead nowhere:\n${broken.map((line) => `  ${line}`).join('\n')}`);
}

/** Each link that leads nowhere, as `page: address`. `isThere` says of files other than the pages whether they exist. */
export function brokenLinks(pages: readonly Written[], isThere: (path: string) => boolean): string[] {
  const read = new Map(pages.map(({ path, document }) => [path, linksAndAnchors(document)]));
  return pages.flatMap(({ path }) => {
    const { links = [] } = read.get(path) ?? {};
    return links.filter((link) => !leadsSomewhere(path, link)).map((link) => `${path}: ${link}`);
  });

  function leadsSomewhere(from: string, link: string): boolean {
    if (/^[a-z]+:|^\//i.test(link)) return false;
    const [address = '', anchor] = link.split('#');
    const [file = ''] = address.split('?');
    const target = file === '' ? from : posix.join(posix.dirname(from), file);
    const page = read.get(target);
    if (!page) return anchor === undefined && isThere(target);
    return anchor === undefined || page.anchors.has(anchor);
  }
}

/** The addresses that a document asks for or leads to, and what can be led to in it. */
function linksAndAnchors(document: string): { links: string[]; anchors: Set<string> } {
  const links: string[] = [];
  const anchors = new Set<string>();
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (name === 'href' || name === 'src' || name === 'data-index') links.push(value);
        if (name === 'id') anchors.add(value);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(document));
  return { links, anchors };
}
