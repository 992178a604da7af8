export function beamSearch(lp: number[][], start: number, end: number, maxLength: number, width: number) {
  if (!Number.isInteger(width) || width < 1) throw new Error();
  let beams = [{ tokens: [] as number[], score: 0 }];
  let done: typeof beams = [];
  for (let t = 0; t < maxLength && beams.length; t++) {
    const all = beams.flatMap((b) => lp[b.tokens.at(-1) ?? start].map((x, v) => ({ tokens: [...b.tokens, v], score: b.score + x })));
    all.sort((a, b) => b.score - a.score);
    const top = all.slice(0, width);
    done = done.concat(top.filter((b) => b.tokens.at(-1) === end));
    beams = top.filter((b) => b.tokens.at(-1) !== end);
  }
  const best = done.concat(beams).sort((a, b) => b.score / b.tokens.length - a.score / a.tokens.length)[0];
  return best;
}
