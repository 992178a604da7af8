/** The seconds that this process computed meanwhile: other work on the machine does not lengthen them, as it does wall time. */
export async function cpuSeconds(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
