import { readFile } from 'node:fs/promises';

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** The share of one core that this extension host takes while nothing is done, in per cent. */
export async function hostCpuPercent(seconds: number): Promise<number> {
  const before = process.cpuUsage();
  await rest(seconds);
  const { user, system } = process.cpuUsage(before);
  return percent((user + system) / 1e6, seconds);
}

/** The same of the engine's process. */
export async function workerCpuPercent(pid: number, seconds: number): Promise<number> {
  const before = await ticks(pid);
  await rest(seconds);
  return percent(((await ticks(pid)) - before) / TICKS_PER_SECOND, seconds);
}

async function ticks(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces; user and system time are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function percent(busy: number, seconds: number): number {
  return Math.round((busy / seconds) * 10_000) / 100;
}

function rest(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
