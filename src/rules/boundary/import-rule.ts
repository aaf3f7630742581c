import type { BoundarySpec } from '../../memory/detector';
import type { Said } from '../said';
import { globOf, globsOf } from '../place';

const PLACE = String.raw`(?:the |our |any )?(\`[^\`]+\`|[\w@.*/-]+)(?: (?:layers?|modules?|folders?|director(?:y|ies)|packages?|code|files?))?`;
const LIST = String.raw`(${PLACE}(?:(?:, | or | and |, or |, and )${PLACE})*)`;
const NOT = String.raw`(?:must not|mustn't|should not|shouldn't|may not|cannot|can not|can't|shall not|do not|don't|does not|must never|should never|may never|never)`;
const IMPORT = String.raw`(?:(?:ever |directly )?(?:import|depend|imports|depends)(?: anything| code| modules?| files?)?(?: directly)? (?:from|on|upon))`;

const FORBIDDEN = new RegExp(String.raw`^${PLACE} ${NOT} ${IMPORT} ${LIST}$`, 'i');
const NO_IMPORT = new RegExp(
  String.raw`^(?:never|do not|don't|avoid|no) (?:import(?:ing|s)?)(?: anything| code| directly)? (?:from )?${LIST} (?:in|into|inside|within|inside of) ${PLACE}$`,
  'i',
);
const OUTSIDE = new RegExp(
  String.raw`^(?:never|do not|don't|avoid|no) (?:import(?:ing|s)?)(?: anything| code| directly)? (?:from )?${LIST} (?:outside|outside of|except in|except from|other than in) ${PLACE}$`,
  'i',
);

/** "A must not import from B": imports between folders; undefined for anything else. */
export function importRule({ text, directive }: Said): BoundarySpec['check'] | undefined {
  if (directive.condition !== undefined) return undefined;
  const words = text.trim().replace(/[.!;]+$/, '');
  const forbidden = FORBIDDEN.exec(words);
  if (forbidden) return between(forbidden[1], forbidden[2]);
  const within = NO_IMPORT.exec(words);
  if (within) return between(within.at(-1), within[1]);
  const outside = OUTSIDE.exec(words);
  const [to, except] = [placesOf(outside?.[1]), placesOf(outside?.at(-1))];
  if (to === undefined || except === undefined) return undefined;
  // What lies in a folder may import what lies beside it.
  return { of: 'imports', from: '**', to, except: [...except, ...to] };
}

function between(
  from: string | undefined,
  to: string | undefined,
): BoundarySpec['check'] | undefined {
  const [files, ...more] = placesOf(from) ?? [];
  const targets = placesOf(to);
  if (files === undefined || more.length > 0 || targets === undefined) return undefined;
  return { of: 'imports', from: files, to: targets };
}

function placesOf(words: string | undefined): string[] | undefined {
  if (words === undefined) return undefined;
  const parts = words
    .split(/,\s*(?:and |or )?| or | and /)
    .map((part) =>
      part
        .replace(
          /^(?:the|our|any) | (?:layers?|modules?|folders?|director(?:y|ies)|packages?|code|files?)$/gi,
          '',
        )
        .trim(),
    );
  const globs = parts.map((part) => placeOf(part));
  return globs.every((glob) => glob !== undefined) ? globs : undefined;
}

/** A folder's name without marks must be a name: `domain`, and not `you` or `anything`. */
function placeOf(part: string): string | undefined {
  const bare = part.replace(/`/g, '');
  if (part !== bare) return globOf(bare);
  if (/^(?:you|we|it|they|code|this|these|anything|other|components?)$/i.test(bare))
    return /^components?$/i.test(bare) ? '**/components/**' : undefined;
  return globsOf(bare)?.[0] ?? (/^[a-z][a-z0-9_-]*$/.test(bare) ? `**/${bare}/**` : undefined);
}
