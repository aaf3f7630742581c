import type { SignalOf } from '../../../src/memory/signal';
import { ids } from './open-test-engine';

export const REPO = 'example.org/shop/web';

/** An accepted suggestion that was put right: a memory is mined from it. */
export function rewritten(session: string, file = 'src/cart.ts'): SignalOf<'rewritten'> {
  return {
    id: ids.next('signal'),
    at: Date.now(),
    session,
    repo: REPO,
    file,
    language: 'typescript',
    confidence: 0.9,
    evidence: ['accept key'],
    kind: 'rewritten',
    suggestion: ids.next('suggestion'),
    before: 'const user = client.fetchUser(id);',
    after: 'const user = await client.loadUser(id);',
    line: 12,
    context: 'const user = await client.loadUser(id);',
    cured: [
      {
        severity: 'error',
        message: "Property 'fetchUser' does not exist on type 'Client'.",
        code: '2339',
        source: 'ts',
        line: 12,
      },
    ],
  };
}
