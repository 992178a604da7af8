import fc from 'fast-check';
const [path, name] = process.argv.slice(2);
const { [name as string]: entry } = await import(`./properties/${path}.ts`);
const { firstMismatch } = await import('./properties/agreement.ts');
const { plain } = await import('./properties/subject.ts');
const sample = fc.sample(entry.inputs, { numRuns: 1000, seed: 1 }) as any[][];
for (const [n, f] of Object.entries(entry.hardCases)) console.log((sample.filter((a) => (f as any)(...a)).length / 10).toFixed(1).padStart(5), n);
const compute = plain(entry, entry.reference);
const cells = sample.map((a) => JSON.stringify(a).length); console.log('JSON length mean', cells.reduce((a, b) => a + b) / 1000, 'max', Math.max(...cells));
for (const m of entry.misconceptions) for (const f of [m.implementation, ...(m.readings ?? [])]) {
  const differs = (a: any[], want: any) => { const g = f(...a); return g === undefined ? 0 : firstMismatch(g, want, { allowed: 1e-6, because: '' }) ? 1 : 0; };
  const share = sample.filter((a) => differs(a, compute(a))).length / 10;
  const from = entry.misconceptions.filter((o: any) => o !== m).map((o: any) => [o.id, sample.filter((a) => { const w = o.implementation(...a); return w !== undefined && differs(a, w); }).length / 10]).filter(([, s]: any) => s < 8);
  console.log(share.toFixed(1).padStart(5), m.id, JSON.stringify(from));
}
