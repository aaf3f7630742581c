import { HumanError } from '../memory/human-error';
import { EmbeddingSettings } from '../protocol/embedding-settings';

/**
 * The endpoint for vectors, from `MNEME_EMBEDDINGS_ENDPOINT`, `_MODEL`, `_DIMENSIONS` and `_KEY`;
 * none where the first is not set. Throws a `HumanError` for what cannot be meant.
 */
export function embeddingSettings(
  environment: Readonly<Record<string, string | undefined>>,
): EmbeddingSettings | undefined {
  const of = (name: string) => environment[`MNEME_EMBEDDINGS_${name}`] ?? '';
  if (of('ENDPOINT') === '') return undefined;
  const settings = EmbeddingSettings.safeParse({
    endpoint: of('ENDPOINT'),
    model: of('MODEL'),
    ...(of('DIMENSIONS') !== '' && { dimensions: Number(of('DIMENSIONS')) }),
    ...(of('KEY') !== '' && { key: of('KEY') }),
  });
  if (settings.success) return settings.data;
  throw new HumanError(
    'MNEME_EMBEDDINGS_DIMENSIONS is no length of vectors.',
    'Set it to a whole number such as 768, or leave it out.',
  );
}
