import type { Scope } from '../../memory/scope';

/** Where the person is, as scopes can be made of it. */
export interface Around {
  repo?: string | undefined;
  /** Path in the repository. */
  file?: string | undefined;
  language?: string | undefined;
}

/** The scopes that fit where the person is, the likeliest first: that is the default. */
export function scopesAround({ repo, file, language }: Around): Scope[] {
  const scopes: Scope[] = [];
  if (repo !== undefined) {
    scopes.push({ repo });
    if (language !== undefined) scopes.push({ repo, language });
    if (file?.includes('/')) {
      scopes.push({ repo, glob: `${file.slice(0, file.lastIndexOf('/'))}/**` });
    }
    if (file !== undefined && file !== '') scopes.push({ repo, glob: file });
  }
  scopes.push({});
  if (language !== undefined) scopes.push({ language });
  return scopes;
}
