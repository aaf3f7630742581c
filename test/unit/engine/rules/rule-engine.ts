import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LocalChecking } from '../../../../src/engine/checking/local-checking';
import type { LocalClient } from '../../../../src/engine/local-client';
import type { RuleDetector, TextSpec } from '../../../../src/memory/detector';
import type { Memory } from '../../../../src/memory/memory';
import type { Scope } from '../../../../src/memory/scope';
import type { DetectorFamily } from '../../../../src/rules/detector';
import { FaultFinder } from '../../../../src/rules/lint/fault-finder';
import { openTestEngine, temporaryFolder } from '../open-test-engine';

/** The simplest family there is: a text that must not stand in a file. */
export const wordFamily: DetectorFamily<'text'> = {
  kind: 'text',
  compile({ directive }) {
    const word = /`([^`]+)`/.exec(directive.subject)?.[1];
    if (word === undefined) return Promise.resolve(undefined);
    return Promise.resolve({ spec: forbids(word), confidence: 1, shown: `No ${word}` });
  },
  prepare({ expression }) {
    return Promise.resolve({
      check(checked) {
        if (checked.kind === 'command') return undefined;
        const breaches = [];
        for (
          let at = checked.text.indexOf(expression);
          at >= 0;
          at = checked.text.indexOf(expression, at + 1)
        ) {
          breaches.push({ start: at, end: at + expression.length, fixes: [] });
        }
        return { breaches };
      },
    });
  },
};

/** A detector's spec that forbids a text. */
export function forbids(expression: string): TextSpec {
  return { kind: 'text', expression, ignoreCase: false, where: 'file', demand: 'forbid' };
}

/** A folder with a git repository of its own, on the branch `main`. */
export async function repository(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', folder]);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

const finder = new FaultFinder();
/** ESLint's word on a piece of code. */
export const faultsOf = finder.faultsOf.bind(finder);

/** An engine whose detectors run in this process. */
export async function openRuleEngine(folder?: string): Promise<LocalClient> {
  const checking = new LocalChecking({ text: wordFamily }, faultsOf);
  return (await openTestEngine(folder, { checking })).client;
}

/** A rule that says never to write a word, and its check. */
export function forbid(
  client: LocalClient,
  word: string,
  scope: Scope = {},
  state: RuleDetector['state'] = 'on',
): Promise<Memory> {
  return client.call('remember', {
    kind: 'rule',
    text: `Never write ${word}`,
    detail: {
      directive: { force: 'never', subject: `write ${word}`, reason: 'It is old' },
      detector: { spec: forbids(word), state },
    },
    scope,
    status: 'active',
    provenance: { source: 'user', from: 'a test', at: 1, trust: 1 },
  });
}
