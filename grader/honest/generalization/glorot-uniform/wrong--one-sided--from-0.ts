export function glorotUniform(random, i, o) { return random.map((row) => row.map((u) => u * Math.sqrt(6 / (o + i)))); }
