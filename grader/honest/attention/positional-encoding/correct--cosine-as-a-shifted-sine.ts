class Encoder {
  constructor(private readonly width: number) {
    if (width < 2 || width % 2) throw new Error('even widths only');
  }
  value(pos: number, column: number): number {
    const exponent = (column - (column % 2)) / this.width;
    const phase = column % 2 ? Math.PI / 2 : 0;
    return Math.sin(pos / 10_000 ** exponent + phase);
  }
}
export function positionalEncoding(length: number, width: number) {
  const encoder = new Encoder(width);
  return [...Array(length).keys()].map((pos) => [...Array(width).keys()].map((j) => encoder.value(pos, j)));
}
