export const convParameterCount = (
  [height, width]: [number, number],
  channels: number,
  filters: number,
  { bias = true }: { bias?: boolean } = {},
): number => filters * (height * width * channels + Number(bias));
