/** The last segment of a repository's key: the name that a person calls it by. */
export function repositoryName(repo: string): string {
  return repo.split('/').filter(Boolean).at(-1) ?? repo;
}
