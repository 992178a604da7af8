import { type DefaultTreeAdapterTypes, html, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const HEAD = '<!doctype html><html lang="en"><head><title>x</title></head>';
const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link']);

/**
 * The first fault in a page, or in what may be its body, as a browser reads it: in the nesting of its tags or the quoting of
 * their attributes. Null if there is none.
 */
export function nestingFault(text: string): string | null {
  const page = text.startsWith('<!doctype') ? text : `${HEAD}<body>${text}</body></html>`;
  const errors: string[] = [];
  const tree = parse(page, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`),
  });
  return errors[0] ?? tree.childNodes.map((node) => faultIn(node, page)).find((fault) => fault !== null) ?? null;
}

function faultIn(node: Node, page: string): string | null {
  if (!('tagName' in node)) return null;
  const inner = node.childNodes.map((child) => faultIn(child, page)).find((fault) => fault !== null);
  return ownFault(node, page) ?? inner ?? null;
}

/** A browser closes what is left open, and adds what is missing: such an element has no tag in the text. */
function ownFault({ tagName, namespaceURI, sourceCodeLocation: place }: Element, page: string): string | null {
  if (!place?.startTag) return `a browser adds <${tagName}>`;
  const tag = page.slice(place.startTag.startOffset, place.startTag.endOffset);
  const closesItself = VOID.has(tagName) || (namespaceURI !== html.NS.HTML && tag.endsWith('/>'));
  if (!place.endTag && !closesItself) return `${tag} is never closed`;
  const attributes = Object.values(place.attrs ?? {}).map(({ startOffset, endOffset }) =>
    page.slice(startOffset, endOffset),
  );
  const unquoted = attributes.find((attribute) => attribute.includes('=') && !/^[^=]+="[^"<>]*"$/.test(attribute));
  return unquoted === undefined ? null : `${tag} has ${unquoted}`;
}
