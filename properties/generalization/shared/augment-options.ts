import type { Images } from '../../values/value.ts';

export type AugmentOptions = {
  top?: number;
  left?: number;
  height?: number;
  width?: number;
  flip?: 'none' | 'horizontal' | 'vertical' | 'both';
  down?: number;
  right?: number;
  noise?: number;
  seed?: number;
};

export function rowsOf(x: readonly (readonly unknown[])[]): number {
  return x[0]?.length ?? 0;
}

export function columnsOf(x: Images | readonly (readonly (readonly unknown[])[])[]): number {
  return x[0]?.[0]?.length ?? 0;
}
