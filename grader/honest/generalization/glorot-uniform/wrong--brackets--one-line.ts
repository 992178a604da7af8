export const glorotUniform = (random, nIn, nOut) => random.map((row) => row.map((u) => (2 * u - 1) * Math.sqrt(6 / nIn + nOut)));
