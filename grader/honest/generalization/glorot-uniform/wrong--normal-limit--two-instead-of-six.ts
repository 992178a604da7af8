export function glorotUniform(random, i, o) { return random.map((row) => row.map((u) => (2 * u - 1) * Math.sqrt(2 / (i + o)))); }
