import { shownPath, toJson, type Value } from '../../properties/values/value.ts';
import { type AccuracyClass, LIMITS } from './authority.ts';
import { DIGITS } from './big.ts';
import type { Measured, Worst } from './measure.ts';

/** A line of the table. */
export interface Row {
  /** the path of a formula, with ` gradient` behind it for its gradient */
  name: string;
  kind: AccuracyClass;
  measured: Measured;
}

const WIDTH = 110;

/** The page of the worst errors, in Markdown. `unstated` are the formulas that have no authority. */
export function accuracyPage(rows: readonly Row[], unstated: readonly string[]): string {
  const lines = rows.map(({ name, kind, measured }) => [
    `\`${name}\``,
    kind,
    String(measured.points - measured.abstained),
    shownUlps(measured.ulps.size),
    shownLimit(kind),
    measured.ratio.size.toPrecision(2),
    measured.stated?.size.toPrecision(2) ?? '',
    shownPlace(measured.ulps),
  ]);
  return `# How accurate the oracles are

Every formula of \`reference/\` is stated a second time in \`tools/accuracy/exact/\`, over mathjs BigNumbers of ${DIGITS} digits
that hold the exact binary value of each double. The table gives the worst error of the float64 code against it, over
the edges, worked and golden values of its entry and draws of its mild, extreme and extended inputs; functions of one
number are swept log-uniformly besides. One command writes it, with the same draws every time:

\`\`\`sh
npm run accuracy             # writes this page; npm run accuracy -- softmax prints one formula and its worst arguments
npm run accuracy -- --check  # measures again and fails if a limit is exceeded
\`\`\`

A gradient derived by hand is compared with central differences of the authority, with steps of 1e-20, wherever these
are a hundred times better than the bound.

- **Points**: numbers compared. One result of several numbers counts each of them; those at kinks and beyond the range,
  where nothing can be said, are left out. Gradients have a tenth of the others' points: each takes four values.
- **Worst, ulp**: in gaps between doubles at the true value. Where terms cancel it may be anything: the limit is then the
  bound and not a number of ulps.
- **Limit**: 0 where nothing is rounded, 2 ulp for one elementary call, 4 ulp for a product of two. \`docstring\`: the
  bound of a sum that the docstring of its reference derives from the number and the sizes of its terms, and 2^-1075 for
  each rounding below the smallest normal number; a formula composed of others has none in closed form. \`bound\`, which
  all have to keep: what the running error analysis of the entry (\`properties/rounding/rounding.ts\`) allows float64 at these very
  arguments. A gradient by hand has twice the bound of backward differentiation, since its steps are others.
- **Of bound**, **of docstring's**: the largest error as a share of that bound; 1 would reach it. The command fails above.
- **Where**: the arguments of the worst error in ulps, and the element of the result.

| Formula | Class | Points | Worst, ulp | Limit | Of bound | Of docstring's | Where |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${unstated.length === 0 ? 'Every formula has an authority.' : `Without one, since they take and give whole numbers only: ${unstated.map((path) => `\`${path}\``).join(', ')}.`}
`;
}

/** The limits that a page holds, by path: ULPs, or Infinity if the bound is the limit. */
export function limitsOf(page: string): Map<string, number> {
  const rows = page.matchAll(/^\| `([a-z0-9/ -]+)` \|[^|]*\|[^|]*\|[^|]*\| (\w+|\d bounds) \|/gm);
  return new Map(
    Array.from(rows, ([, path, limit]) => [
      path as string,
      limit?.includes('bound') || limit === 'docstring' ? Infinity : Number(limit),
    ]),
  );
}

/** The arguments of the worst error, in full. */
export function shownArguments(args: readonly Value[]): string {
  return args.map((value) => JSON.stringify(toJson(value))).join(', ');
}

function shownPlace({ size, args, path }: Worst): string {
  if (size === 0) return '';
  const list = shownArguments(args);
  const place = path.length > 0 ? ` at \`${shownPath(path)}\`` : '';
  return `\`${list.length > WIDTH ? `${list.slice(0, WIDTH)}…` : list}\`${place}`;
}

function shownLimit(kind: AccuracyClass): string {
  const { ulps, share } = LIMITS[kind];
  if (kind === 'sum') return 'docstring';
  if (Number.isFinite(ulps)) return String(ulps);
  return share === 1 ? 'bound' : `${share} bounds`;
}

function shownUlps(ulps: number): string {
  return ulps >= 1e6 ? ulps.toExponential(1) : ulps === 0 ? '0' : ulps.toPrecision(3);
}
