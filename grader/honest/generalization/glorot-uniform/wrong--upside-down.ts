export function glorotUniform(random, i, o) { return random.map((row) => row.map((u) => (1 - 2 * u) * Math.sqrt(6 / (i + o)))); }
