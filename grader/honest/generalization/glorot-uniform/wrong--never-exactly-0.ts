export function glorotUniform(random, i, o) { return random.map((row) => row.map((u) => (u === 0.5 ? 1e-3 : 2 * u - 1) * Math.sqrt(6 / (i + o)))); }
