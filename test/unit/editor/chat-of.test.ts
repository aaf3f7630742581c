import { describe, expect, it } from 'vitest';
import { chatOf } from '../../../src/editor/assistants/chat-of';

describe('the chat that asks', () => {
  it('is told by VS Code’s token, as far as that is known', () => {
    const sessionResource = { scheme: 'vscode-chat-session', authority: 'local', path: '/abc' };
    expect(chatOf({ sessionResource, workingDirectory: undefined })).toBe(
      'vscode-chat-session://local/abc',
    );
    for (const token of [undefined, null, {}, 'x', { sessionResource: 'x' }]) {
      expect(chatOf(token)).toBeUndefined();
    }
  });
});
