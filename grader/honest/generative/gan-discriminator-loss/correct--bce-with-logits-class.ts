class BCEWithLogits {
  constructor(private readonly label: number) {}
  forward(logits: number[]): number {
    let total = 0;
    for (const z of logits) {
      total += (z > 0 ? z : 0) - z * this.label + Math.log(1 + Math.exp(z > 0 ? -z : z));
    }
    return total / logits.length;
  }
}

export function ganDiscriminatorLoss(real: number[], fake: number[]): number {
  return new BCEWithLogits(1).forward(real) + new BCEWithLogits(0).forward(fake);
}
