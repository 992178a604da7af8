class Embedding {
  private readonly data: Float64Array;
  private readonly vocabulary: number;
  private readonly width: number;

  constructor(table: number[][]) {
    this.vocabulary = table.length;
    this.width = table[0].length;
    this.data = new Float64Array(this.vocabulary * this.width);
    for (let i = 0; i < this.vocabulary; i++) {
      for (let j = 0; j < this.width; j++) this.data[i * this.width + j] = table[i][j];
    }
  }

  forward(id: number): Float64Array {
    if (!(id >= 0 && id < this.vocabulary) || id % 1 !== 0) throw new RangeError('no such token');
    return this.data.subarray(id * this.width, (id + 1) * this.width);
  }
}

export function embeddingLookup(table: number[][], ids: number[][]) {
  const layer = new Embedding(table);
  const out = [];
  for (const row of ids) {
    const vectors = [];
    for (const id of row) vectors.push(layer.forward(id));
    out.push(vectors);
  }
  return out;
}
