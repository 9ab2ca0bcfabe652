/**
 * Milliseconds of processor time that this process has taken: what a bound on work is held to. The wall clock also counts
 * what else the machine does.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
