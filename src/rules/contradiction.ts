import type { DetectorSpec } from '../memory/detector';
import { isProhibition } from '../memory/directive';
import { matchesGlob } from '../memory/glob';
import type { Memory } from '../memory/memory';
import type { Scope } from '../memory/scope';

/** Words that say nothing of what is spoken of. */
const EMPTY =
  /^(?:a|an|the|to|of|for|in|on|with|and|or|use|uses|used|using|write|prefer|any|all|every|your|our|it|its|is|are|be|always|never|instead|only|please|code|when|do|not)$/;

/**
 * Why two rules cannot both be kept, in words; `undefined` when they can, or when it is not sure. They
 * contradict one another when, in scopes that overlap and under the same condition, the one asks for
 * what the other forbids, or their lint rules are the same with another choice.
 */
export function contradiction(a: Memory, b: Memory): string | undefined {
  if (a.id === b.id || !overlap(a.scope, b.scope)) return undefined;
  const lint = lintChoice(a.detail.detector?.spec, b.detail.detector?.spec);
  if (lint !== undefined) return lint;
  const [one, other] = [a.detail.directive, b.detail.directive];
  if (one === undefined || other === undefined) return undefined;
  // What holds in a case of its own is an exception and contradicts nothing.
  if (keyOf(one.condition ?? '') !== keyOf(other.condition ?? '')) return undefined;
  const clash =
    wanted(a).find((key) => unwanted(b).includes(key)) ??
    wanted(b).find((key) => unwanted(a).includes(key));
  return clash === undefined ? undefined : `One asks for what the other forbids: ${clash}.`;
}

/** What a rule asks for, each as a key. */
function wanted({ detail: { directive } }: Memory): string[] {
  if (directive === undefined) return [];
  return keys([isProhibition(directive) ? directive.alternative : directive.subject]);
}

function unwanted({ detail: { directive } }: Memory): string[] {
  if (directive === undefined) return [];
  return keys([isProhibition(directive) ? directive.subject : directive.alternative]);
}

function keys(texts: readonly (string | undefined)[]): string[] {
  return texts.map((text) => keyOf(text ?? '')).filter(Boolean);
}

/** A phrase by the words in it that tell, in no order: `use the tabs` and `Tabs` are one. */
function keyOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}@#$+.=!<>_/-]+/gu) ?? [];
  const telling = words
    .map((word) => word.replace(/^[.]+|[.]+$/g, ''))
    .filter((word) => word !== '' && !EMPTY.test(word))
    .map((word) => (/[a-rt-z]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word));
  return [...new Set(telling)].sort().join(' ');
}

/** The same lint rule with another first choice: `quotes` by `single` and by `double`. */
function lintChoice(a: DetectorSpec | undefined, b: DetectorSpec | undefined): string | undefined {
  if (a?.kind !== 'lint' || b?.kind !== 'lint' || a.rule !== b.rule) return undefined;
  const [one] = a.options;
  const [other] = b.options;
  const chosen = (option: unknown): option is string | number =>
    typeof option === 'string' || typeof option === 'number';
  if (!chosen(one) || !chosen(other) || one === other) return undefined;
  return `Both are ${a.rule}, once “${one}” and once “${other}”.`;
}

/** Whether there can be a file in both scopes; of two globs, when one names the other's own words. */
function overlap(a: Scope, b: Scope): boolean {
  return (
    eitherOpen(a.repo, b.repo) &&
    eitherOpen(a.language, b.language) &&
    (eitherOpen(a.glob, b.glob) ||
      matchesGlob(a.glob ?? '', b.glob ?? '') ||
      matchesGlob(b.glob ?? '', a.glob ?? ''))
  );
}

function eitherOpen(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** The pairs of rules that contradict one another, each once, and why. */
export function contradictions(
  rules: readonly Memory[],
): { one: string; other: string; why: string }[] {
  const byKey = new Map<string, Memory[]>();
  for (const rule of rules) {
    const spec = rule.detail.detector?.spec;
    const lint = spec?.kind === 'lint' ? [`lint ${spec.rule}`] : [];
    for (const key of new Set([...wanted(rule), ...unwanted(rule), ...lint])) {
      byKey.set(key, [...(byKey.get(key) ?? []), rule]);
    }
  }
  const found = new Map<string, { one: string; other: string; why: string }>();
  for (const alike of byKey.values()) {
    alike.forEach((a, i) => {
      for (const b of alike.slice(i + 1)) {
        const why = contradiction(a, b);
        const [one = '', other = ''] = [a.id, b.id].sort();
        if (why !== undefined) found.set(`${one} ${other}`, { one, other, why });
      }
    });
  }
  return [...found.values()];
}
