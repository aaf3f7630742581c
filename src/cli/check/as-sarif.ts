import { createHash } from 'node:crypto';
import type { Fix } from '../../memory/breach';
import type { RuleRow } from '../../memory/rule-row';
import { VERSION } from '../../protocol/version';
import { levelOf, type CheckReport, type Found } from './found';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = '%SRCROOT%';

/** A report in SARIF 2.1.0, the standard of OASIS for what analysis finds. Columns are UTF-16 units. */
export function asSarif({ found, off, rules }: CheckReport): object {
  const checked = rules.filter(({ detector }) => detector?.state === 'on');
  const index = new Map(checked.map(({ memory }, at) => [memory.id, at]));
  const seen = new Map<string, number>();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mneme',
            version: VERSION,
            informationUri: 'https://github.com/mneme-memory/mneme',
            rules: checked.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: off.map(({ rule, reason }) => ({
              level: 'warning',
              message: { text: `A rule could not be run: ${reason}` },
              associatedRule: { id: rule },
            })),
          },
        ],
        results: found.map((one) => resultOf(one, index, seen)),
      },
    ],
  };
}

function ruleOf({ memory, detector }: RuleRow): object {
  const { directive } = memory.detail;
  const help = [
    memory.text,
    directive?.reason !== undefined && `Why: ${directive.reason}`,
    directive?.alternative !== undefined && `Instead: ${directive.alternative}`,
    `It comes from: ${memory.provenance.from}`,
  ].filter((line) => line !== false);
  return {
    id: memory.id,
    shortDescription: { text: memory.text.split('\n', 1)[0] ?? memory.text },
    fullDescription: { text: memory.text },
    help: { text: help.join('\n') },
    defaultConfiguration: { level: levelOf(directive?.force ?? 'prefer') },
    properties: { tags: [memory.kind, detector?.spec.kind].filter(Boolean) },
  };
}

function resultOf(
  { breach, text, of }: Found,
  index: ReadonlyMap<string, number>,
  seen: Map<string, number>,
): object {
  const { rule, force, message, path, fixes, line, column, endLine, endColumn } = breach;
  const at = index.get(rule);
  const words = message === undefined ? breach.text : `${breach.text} (${message})`;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const uri = path === undefined ? undefined : encoded(path);
  return {
    ruleId: rule,
    ...(at !== undefined && { ruleIndex: at }),
    level: levelOf(force),
    message: { text: words },
    locations: [
      uri === undefined
        ? { logicalLocations: [{ name: text, kind: of ?? 'text' }] }
        : { physicalLocation: { artifactLocation: { uri, uriBaseId: ROOT }, region } },
    ],
    partialFingerprints: {
      'mnemeBreach/v1': fingerprint(rule, path ?? '', lineAt(text, breach.start), seen),
    },
    ...(uri !== undefined && fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, uri)) }),
  };
}

function fixOf({ title, edits }: Fix, uri: string): object {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri, uriBaseId: ROOT },
        replacements: edits.map(({ start, end, text }) => ({
          deletedRegion: { charOffset: start, charLength: end - start },
          insertedContent: { text },
        })),
      },
    ],
  };
}

/** Stays the same while the line moves about in its file; the same line again is told apart by its turn. */
function fingerprint(rule: string, path: string, line: string, seen: Map<string, number>): string {
  const key = [rule, path, line.replace(/\s+/g, ' ').trim()].join('\0');
  const turn = seen.get(key) ?? 0;
  seen.set(key, turn + 1);
  return createHash('sha256').update(`${key}\0${turn}`).digest('hex').slice(0, 32);
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? undefined : end);
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
