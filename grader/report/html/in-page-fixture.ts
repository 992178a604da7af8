/*
 * What the tests check in a page, run inside it: each function must contain all that it needs. The project has no types of the
 * DOM, so those used here are declared.
 */

interface Box {
  left: number;
  right: number;
  width: number;
  height: number;
}
interface Style {
  color: string;
  fill: string;
  backgroundColor: string;
  overflowX: string;
  display: string;
}
interface Element {
  tagName: string;
  className: unknown;
  id: string;
  textContent: string;
  parentElement: Element | null;
  childNodes: Iterable<{ nodeType: number; textContent: string }>;
  scrollWidth: number;
  clientWidth: number;
  getBoundingClientRect(): Box;
  getAttribute(name: string): string | null;
  children: { length: number };
  closest(selector: string): Element | null;
  querySelector(selector: string): Element | null;
  checkVisibility(): boolean;
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  getElementById(id: string): Element | null;
};
declare const innerWidth: number;
declare function getComputedStyle(element: Element): Style;

/** Texts whose contrast with what lies behind them (WCAG 2.2) is below 4.5. */
export function faintTexts(): string[] {
  const channels = (colour: string): number[] => {
    const numbers = (colour.match(/[\d.]+/g) ?? []).map(Number);
    const [r = 0, g = 0, b = 0, a = 1] = numbers;
    return colour.startsWith('color(srgb') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
  };
  const over = (top: number[], below: number[]): number[] => {
    const a = top[3] ?? 1;
    return [0, 1, 2].map((n) => a * (top[n] ?? 0) + (1 - a) * (below[n] ?? 0)).concat(1);
  };
  const luminance = (colour: number[]): number => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element: Element | null): number[] => {
    if (element === null) return [255, 255, 255, 1];
    const own = channels(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const faint: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    const text = Array.from(element.childNodes)
      .filter((node) => node.nodeType === 3)
      .map((node) => node.textContent.trim())
      .join('');
    if (text === '' || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ground = behind(element);
    const ink = over(channels(element.closest('svg') === null ? style.color : style.fill), ground);
    const [low = 0, high = 0] = [luminance(ink), luminance(ground)].sort((a, b) => a - b);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < 4.5) faint.push(`${contrast.toFixed(2)}: ${element.tagName} ${text.slice(0, 40)}`);
  }
  return faint.slice(0, 10);
}

/** Elements that reach beyond the width of the page, except inside a part that scrolls by itself. */
export function sticksOut(): string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const found: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || !element.checkVisibility() || scrolls(element.parentElement)) continue;
    if (box.right > innerWidth + 1 || box.left < -1)
      found.push(`${element.tagName}.${String(element.className)}: ${box.left} to ${box.right} of ${innerWidth}`);
  }
  const whole = document.documentElement.scrollWidth;
  return [...(whole > innerWidth ? [`the page: ${whole} of ${innerWidth}`] : []), ...found].slice(0, 10);
}

/** Elements that show only a part of what they hold. */
export function cutOff(): string[] {
  return Array.from(document.querySelectorAll('body *'))
    .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowX !== 'visible')
    .filter((element) => element.tagName.toLowerCase() !== 'svg' && element.scrollWidth > element.clientWidth + 1)
    .map((element) => `${element.tagName}.${String(element.className)}: ${element.textContent.slice(0, 40)}`)
    .slice(0, 10);
}

/** Links that lead to no place in the page. */
export function danglingLinks(): string[] {
  return Array.from(document.querySelectorAll('a'))
    .map((link) => link.getAttribute('href') ?? '')
    .filter((target) => !target.startsWith('#') || document.getElementById(target.slice(1)) === null);
}

/** Heads of columns that are so narrow that their word breaks. */
export function brokenHeads(): string[] {
  return Array.from(document.querySelectorAll('th[scope=col]'))
    .filter((head) => head.checkVisibility() && !/\d/.test(head.textContent))
    .filter((head) => head.getBoundingClientRect().height > 60)
    .map((head) => head.textContent);
}

/** The first cells of tables whose many columns have no headings in sight, so that nobody knows what a number is. */
export function namelessColumns(): string[] {
  return Array.from(document.querySelectorAll('table.list tbody tr:first-child'))
    .filter((row) => row.children.length > 3)
    .filter((row) => !row.closest('table')?.querySelector('thead')?.checkVisibility())
    .map((row) => row.textContent);
}
