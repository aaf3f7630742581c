import { expect, test } from 'vitest';
import {
  AppMessage,
  HostMessage,
  PANEL_VERSION,
  envelope,
  readMessage,
} from '../../../src/protocol/panel-messages';
import { applyDelta, diffSlices } from '../../../src/protocol/slice-delta';
import { sampleEdge, sampleEntity, sampleMemory, sampleSlice } from '../webview/sample-slice';

test('what one end packs the other reads', () => {
  const message: AppMessage = { kind: 'travel', node: 'm1', room: 40 };
  expect(readMessage(AppMessage, envelope(message))).toEqual({ message });
});

test('it survives the trip as JSON', () => {
  const message: HostMessage = { kind: 'snapshot', serial: 1, slice: sampleSlice(), card: null };
  const travelled: unknown = JSON.parse(JSON.stringify(envelope(message)));
  expect(readMessage(HostMessage, travelled)).toEqual({ message });
});

test.each([
  undefined,
  null,
  42,
  'ready',
  [],
  {},
  { version: PANEL_VERSION },
  { version: PANEL_VERSION, message: null },
  { version: '1', message: { kind: 'home', room: 40 } },
  envelope({ kind: 'ready' }),
  envelope({ kind: 'travel', node: 'm1', room: 10_000 }),
  envelope({ kind: 'act', request: 1, act: { act: 'drop', id: 'm1' } }),
  envelope({
    kind: 'act',
    request: 1,
    act: { act: 'correct', id: 'm1', patch: { kind: 'spell' } },
  }),
  envelope({ kind: 'open', file: '' }),
  envelope({ kind: 'find', request: -1, text: 'x' }),
])('garbage is refused: %j', (raw) => {
  expect(readMessage(AppMessage, raw)).toMatchObject({ refused: 'garbage' });
});

test('another version is refused as such, whatever it says', () => {
  expect(
    readMessage(AppMessage, { version: 2, message: { kind: 'home', room: 40 } }),
  ).toMatchObject({
    refused: 'version',
  });
});

test('a delta makes of the one slice the other', () => {
  const before = sampleSlice();
  const after = sampleSlice({
    memories: [{ memory: sampleMemory('m1', { text: 'Now this' }) }],
    entities: [sampleEntity('f2'), sampleEntity('f3')],
    edges: [sampleEdge('m1', 'f2', { weight: 0.9 }), sampleEdge('m1', 'f3')],
    more: 3,
  });
  const delta = diffSlices(before, after)!;
  expect(delta.gone).toEqual({
    nodes: ['m2', 'f1'],
    edges: ['["m1","about","f1"]', '["m2","about","f2"]'],
  });
  expect(applyDelta(before, delta)).toEqual(after);
});

test('slices that say the same give no delta', () => {
  expect(diffSlices(sampleSlice(), sampleSlice())).toBeUndefined();
});
