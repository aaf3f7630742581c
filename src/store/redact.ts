import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintCoreResultMessage } from '@secretlint/types';
import type { Redact } from './cleaning';
import { privateKeyBlocks } from './private-key-block';

// It is on by default and keeps two marks for each rule and text for ever.
secretLintProfiler.setEnabled(false);

/** The library's rules, but for the one by which a text itself can switch them off. */
const RULES = rules
  .filter((rule) => rule.meta.id !== '@secretlint/secretlint-rule-filter-comments')
  .map((rule) => ({
    id: rule.meta.id,
    rule,
    // Access key ids of AWS are looked for only on demand.
    options: { enableIDScanRule: true },
  }));

/** Numbers of AWS accounts are no secrets, and look like many other numbers. */
const NOT_SECRET: ReadonlySet<string> = new Set(['AWSAccountID']);

/** Texts are checked together in pieces of about this many characters: forty times faster. */
const PIECE = 64 * 1024;

/** Between two texts that are checked together. No rule's pattern reaches over a NUL. */
const BORDER = '\n\0\n';

/** What is shorter than this is not taken for a secret: it would be replaced in ordinary words. */
const SHORTEST = 8;

/** A secret may hide another, so a text is checked again after a replacement; never endlessly. */
const ROUNDS = 4;

/**
 * Replaces every secret in the texts (keys and tokens of known makes, private keys, passwords in
 * addresses) by `‹redacted: github-token›` and the like. What is a secret is secretlint's judgement.
 */
export const redactSecrets: Redact = async (texts) => {
  const suspects = await suspectsAmong(texts);
  const results = [...texts];
  for (const i of suspects) results[i] = await redacted(texts[i] ?? '');
  return results;
};

/** The numbers of the texts with something to redact. */
async function suspectsAmong(texts: readonly string[]): Promise<Set<number>> {
  const suspects = new Set<number>();
  for (let first = 0; first < texts.length;) {
    const starts: number[] = [];
    let joined = '';
    let next = first;
    for (; next < texts.length && (next === first || joined.length < PIECE); next++) {
      const text = texts[next] ?? '';
      starts.push(joined.length);
      joined += text + BORDER;
      if (privateKeyBlocks(text).length > 0) suspects.add(next);
    }
    for (const { range } of await secretsIn(joined)) {
      suspects.add(first + starts.findLastIndex((start) => start <= range[0]));
    }
    first = next;
  }
  return suspects;
}

async function redacted(text: string): Promise<string> {
  let result = text;
  for (let round = 0; round < ROUNDS; round++) {
    const before = result;
    for (const block of privateKeyBlocks(result)) {
      result = result.replaceAll(block, placeholder('PrivateKey'));
    }
    for (const message of await secretsIn(result)) {
      for (const secret of valuesOf(message)) {
        result = result.replaceAll(secret, placeholder(message.messageId));
      }
    }
    if (result === before) break;
  }
  return result;
}

async function secretsIn(content: string): Promise<SecretLintCoreResultMessage[]> {
  const { messages } = await lintSource({
    // The name of a file whose tokens one rule looks for only there.
    source: { content, filePath: '.npmrc', ext: '', contentType: 'text' },
    options: { config: { rules: RULES }, noPhysicFilePath: true },
  });
  return messages.filter(({ messageId }) => !NOT_SECRET.has(messageId));
}

/**
 * The secrets that a message names, the longest first. They are taken from its data (`KEY`, `TOKEN`,
 * `URI` …) and not from its range: for a key behind a name (`aws_secret_access_key = …`) the range
 * begins at the name and is as long as the key, so it leaves the key's end standing.
 */
function valuesOf({ data }: SecretLintCoreResultMessage): string[] {
  return Object.entries((data ?? {}) as Record<string, unknown>)
    .flatMap(([name, value]) =>
      /^[A-Z]+$/.test(name) && typeof value === 'string' && value.length >= SHORTEST ? value : [],
    )
    .sort((a, b) => b.length - a.length);
}

/** `AWSSecretAccessKey` and `GITHUB_TOKEN` become `aws-secret-access-key` and `github-token`. */
function placeholder(messageId: string): string {
  const words = messageId
    .replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, (_, low = '', up = '', end = '') =>
      low ? `${String(low)}-${String(up)}` : `${String(end)}-`,
    )
    .replaceAll('_', '-');
  return `‹redacted: ${words.toLowerCase()}›`;
}
