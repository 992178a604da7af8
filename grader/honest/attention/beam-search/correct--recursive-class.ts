class Node {
  constructor(
    readonly token: number,
    readonly score: number,
    readonly parent: Node | null,
    readonly depth: number,
  ) {}

  path(): number[] {
    return this.parent === null ? [] : [...this.parent.path(), this.token];
  }
}

function search(model: number[][], beam: Node[], end: number, maxLength: number, width: number): Node {
  if (beam.every((n) => n.depth > 0 && (n.token === end || n.depth === maxLength))) {
    return beam.reduce((a, b) => (b.score > a.score ? b : a));
  }
  const next: Node[] = [];
  for (const node of beam) {
    if (node.depth > 0 && node.token === end) next.push(node);
    else for (const [v, lp] of model[node.token].entries()) next.push(new Node(v, node.score + lp, node, node.depth + 1));
  }
  next.sort((a, b) => b.score - a.score);
  return search(model, next.slice(0, width), end, maxLength, width);
}

export function beamSearch(logProbabilities: number[][], start: number, end: number, maxLength: number, width: number) {
  if (Number.isInteger(width) === false || width <= 0) throw new Error('width');
  const best = search(logProbabilities, [new Node(start, 0, null, 0)], end, maxLength, width);
  return { tokens: best.path(), score: best.score };
}
