/** What newer Nodes tell of a thread by itself: since 23.9, and not in every VS Code yet. */
type Measured = Omit<NodeJS.Process, 'threadCpuUsage'> &
  Partial<Pick<NodeJS.Process, 'threadCpuUsage'>>;

/**
 * Milliseconds that this thread has computed, or this whole process where Node tells no more. Not the
 * time that passed: on a busy machine every detector would be slow.
 */
export function threadMilliseconds(): number {
  const here: Measured = process;
  const { user, system } = here.threadCpuUsage?.() ?? here.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds that all threads of this process have computed. */
export function processMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
