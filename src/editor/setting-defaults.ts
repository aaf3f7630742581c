/** Every setting of Mneme with its default; a test holds this table and the manifest together. */
export const SETTINGS = {
  'capture.edits': true,
  'capture.suggestions': true,
  'capture.suggestionKeys': true,
  'capture.diagnostics': true,
  'capture.tasks': true,
  'capture.terminals': true,
  'capture.git': true,
  'capture.copilotTelemetry': '',
  exclude: [] as readonly string[],
  'proposals.enabled': true,
  'quarantine.notify': true,
  'recall.budget': 1500,
  'embeddings.endpoint': '',
  'embeddings.model': '',
  'embeddings.dimensions': 0,
  'engine.memoryLimit': 512,
} as const;
