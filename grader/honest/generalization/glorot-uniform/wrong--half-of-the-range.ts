export function glorotUniform(random, i, o) { return random.map((row) => row.map((u) => (u - 0.5) * Math.sqrt(6 / (i + o)))); }
