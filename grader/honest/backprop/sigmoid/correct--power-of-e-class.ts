abstract class Activation { abstract of(z: number): number; }
class Logistic extends Activation { override of(z: number) { return (1 + Math.E ** -z) ** -1; } }
export const sigmoid = (z: number): number => new Logistic().of(z);
