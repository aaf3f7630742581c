import { InvalidArgumentError } from 'commander';

/** Parses a whole number above 0 on the command line. */
export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('A whole number above 0.');
  return value;
}
