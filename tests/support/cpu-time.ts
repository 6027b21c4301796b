/** How long this process has worked, in milliseconds: what others do meanwhile on the same machine does not count. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
