/** Asks every 50 ms until the answer is something; fails after `patience` milliseconds. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  patience = 20_000,
): Promise<Exclude<T, undefined | null | false>> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as Exclude<T, undefined | null | false>;
    }
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
