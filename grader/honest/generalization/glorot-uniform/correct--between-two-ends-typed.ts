const lerp = (a: number, b: number) => (t: number) => (1 - t) * a + t * b;
export function glorotUniform(random: number[][], fanIn: number, fanOut: number): Float64Array[] { const limit = (6 / (fanIn + fanOut)) ** 0.5; const draw = lerp(-limit, limit); return random.map((r) => Float64Array.from(r, draw)); }
