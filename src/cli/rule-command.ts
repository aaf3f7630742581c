import { Command } from 'commander';
import type { LocalClient } from '../engine/local-client';
import { systemClock } from '../memory/clock';
import type { DetectorKind } from '../memory/detector';
import { HumanError } from '../memory/human-error';
import type { Memory } from '../memory/memory';
import { TRUST } from '../memory/provenance';
import { describeScope, type Scope } from '../memory/scope';
import type { Result } from '../protocol/engine-api';
import type { ReadDirective } from '../protocol/rule-methods';
import { withEngine } from './with-engine';

/** Kinds that can be tried on the files that are there. */
const OF_FILES: ReadonlySet<DetectorKind> = new Set(['lint', 'pattern', 'boundary', 'text']);
/** Places that are told at once. */
const TOLD = 5;

interface Options {
  yes?: boolean;
  everywhere?: boolean;
  json?: boolean;
}

interface Said {
  read: ReadDirective;
  trial: Result<'tryDetector'> | undefined;
  /** Once it was kept. */
  memory: Memory | undefined;
}

/** `mneme rule`: says a rule, shows what it becomes, and keeps it when that is what was meant. */
export function ruleCommand(): Command {
  return new Command('rule')
    .description(
      'say a rule in your own words; shows what it becomes, and checks it from your --yes on',
    )
    .argument('<sentence>', 'such as "never use var" or "pnpm, never npm"')
    .option('--yes', 'that is what is meant: keep it, and check it from now on')
    .option('--everywhere', 'it holds in every repository, not just in this one')
    .option('--json', 'print one JSON object a rule')
    .action(async (sentence: string, { yes, everywhere, json }: Options) => {
      const rules = await withEngine(async (client, signal) => {
        const folder = process.cwd();
        const { repo } = await client.call('repositoryOf', { folder });
        const scope: Scope = everywhere === true ? {} : { repo };
        const { directives } = await client.call('compile', { text: sentence, scope });
        if (directives.length === 0) {
          throw new HumanError('This demands nothing.', 'Say it as a rule: "never …", "use …".');
        }
        const rules: Said[] = [];
        for (const read of directives) {
          const trial = await tried(client, folder, read, signal);
          const memory = yes === true ? await kept(client, read) : undefined;
          rules.push({ read, trial, memory });
        }
        return rules;
      });
      for (const rule of rules) {
        process.stdout.write(json === true ? `${JSON.stringify(rule)}\n` : described(rule));
      }
      if (yes !== true && json !== true) {
        process.stdout.write('\nNothing was kept yet: say it again with --yes.\n');
      }
    });
}

async function tried(
  client: LocalClient,
  folder: string,
  { compiled, scope }: ReadDirective,
  signal: AbortSignal,
): Promise<Said['trial']> {
  if (compiled === undefined || !OF_FILES.has(compiled.spec.kind)) return undefined;
  return client.call('tryDetector', { folder, spec: compiled.spec, scope }, { signal });
}

async function kept(
  client: LocalClient,
  { text, directive, scope, compiled }: ReadDirective,
): Promise<Memory> {
  const now = systemClock.now();
  return client.call('remember', {
    kind: directive.force === 'must' || directive.force === 'never' ? 'rule' : 'preference',
    text,
    detail: { directive, ...(compiled && { detector: { spec: compiled.spec, state: 'on' } }) },
    scope,
    status: 'active',
    provenance: {
      source: 'user',
      from: 'the command line',
      at: now,
      trust: TRUST.user,
      evidence: [{ kind: 'statement', text, at: now }],
    },
  });
}

function described({ read, trial, memory }: Said): string {
  const { text, directive, scope, compiled } = read;
  const lines = [
    `${directive.force}: ${text}  (${describeScope(scope)})`,
    compiled === undefined
      ? '  advice only: nothing here can tell by itself whether it is kept'
      : `  checked by ${compiled.shown}`,
  ];
  if (trial?.failed !== undefined) lines.push(`  it could not be tried: ${trial.failed}`);
  else if (trial !== undefined) {
    lines.push(`  would flag ${trial.total} places in ${trial.files} files`);
    for (const { path = '', line, column } of trial.places.slice(0, TOLD)) {
      lines.push(`    ${path}:${line}:${column}`);
    }
  }
  if (memory !== undefined) lines.push(`  kept as ${memory.id}`);
  return `${lines.join('\n')}\n`;
}
