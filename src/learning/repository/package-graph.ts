import { entity } from '../../memory/entity-id';
import type { BatchDraft } from './batch-draft';
import type { Git } from './git';
import { blobTexts, type TreeFile } from './head-tree';
import { packagesIn } from './package-manifest';
import { manifestKind, pathKind } from './path-kind';

const MANIFESTS_READ = 300;
const MANIFEST_BYTES = 512 * 1024;
const NOT_OURS =
  /(?:^|\/)(?:node_modules|vendor|third_party|fixtures?|__fixtures__|testdata|tests?)\//;

/** Tells the packages that the manifests in HEAD name; gives their entities' ids by name. */
export async function tellPackages(
  git: Git,
  tree: ReadonlyMap<string, TreeFile>,
  into: { repo: string; batch: BatchDraft; at: number; abort?: AbortSignal | undefined },
): Promise<Map<string, string>> {
  const { repo, batch, at, abort } = into;
  const manifests = [...tree.values()]
    .filter(({ path, symlink }) => !symlink && pathKind(path) === 'manifest')
    .filter(({ path }) => !NOT_OURS.test(path))
    .sort((a, b) => a.path.length - b.path.length)
    .slice(0, MANIFESTS_READ);
  const texts = await blobTexts(
    git,
    manifests.map(({ blob }) => blob),
    { limit: MANIFEST_BYTES, abort },
  );
  const packages = new Map<string, string>();
  for (const { path, blob } of manifests) {
    const kind = manifestKind(path);
    if (!kind) continue;
    const file = batch.entity(entity({ kind: 'file', name: path, repo, at }));
    for (const name of packagesIn(kind, texts.get(blob) ?? '')) {
      // A package is the same thing in every repository, so its entity belongs to none.
      const id = batch.entity(entity({ kind: 'package', name, at }));
      packages.set(name, id);
      batch.edge(file, 'about', id, 0.3);
    }
  }
  return packages;
}
