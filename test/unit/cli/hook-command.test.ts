import { expect, test } from 'vitest';
import { hookCommand } from '../../../src/cli/hook-command';

test.each([['SubagentStart'], ['PreToolUsed', '--brand-new', 'x'], []])(
  'what no version of an assistant had yet is passed over, and blocks nothing: %s %s',
  async (...args) => {
    const command = hookCommand().exitOverride();
    await expect(command.parseAsync(args, { from: 'user' })).resolves.toBe(command);
  },
);
