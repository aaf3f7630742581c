import { beforeEach, expect, test } from 'vitest';
import { type AppMessage, type HostMessage, envelope } from '../../../src/protocol/panel-messages';
import type { KeptState } from '../../../webview/kept-state';
import { PanelModel } from '../../../webview/panel-model';
import { sampleCard, sampleMemory, sampleSlice } from './sample-slice';

let sent: AppMessage[];
let kept: KeptState | undefined;
let model: PanelModel;

const link = {
  send: (message: AppMessage) => void sent.push(message),
  keep: (state: KeptState) => void (kept = state),
  room: () => 40,
};

beforeEach(() => {
  sent = [];
  kept = undefined;
  model = new PanelModel(link);
});

function hear(message: HostMessage): void {
  model.receive(envelope(message));
}

function arrive(centre: string, serial = 1): void {
  hear({ kind: 'snapshot', serial, slice: sampleSlice({ centre }), card: null });
}

function askedFor(): number {
  const last = sent.at(-1);
  if (!last || !('request' in last)) throw new Error('nothing was asked');
  return last.request;
}

test('it says that it is ready and shows what comes', () => {
  model.start();
  expect(sent).toEqual([{ kind: 'ready', room: 40 }]);
  expect(model.phase).toBe('loading');
  arrive('m1');
  expect(model.phase).toBe('shown');
  expect(model.scene?.centre).toBe('m1');
});

test('after it was hidden it asks for the place it showed', () => {
  arrive('m1');
  arrive('m2');
  model.toggleKind('commit');
  const again = new PanelModel(link, kept);
  sent = [];
  again.start();
  expect(sent).toEqual([{ kind: 'ready', centre: 'm2', room: 40 }]);
  expect(again.canGoBack).toBe(true);
  expect(again.hidden.has('commit')).toBe(true);
});

test('back and forward go through the places that were visited', () => {
  arrive('m1');
  model.travel('f1');
  arrive('f1');
  model.step(-1);
  expect(sent.at(-1)).toMatchObject({ kind: 'travel', node: 'm1' });
  arrive('m1');
  expect([model.canGoBack, model.canGoForward]).toEqual([false, true]);
  model.travel('m2');
  arrive('m2');
  expect([model.canGoBack, model.canGoForward]).toEqual([true, false]);
});

test('a delta on top of what is shown is applied', () => {
  arrive('m1', 4);
  const changed = sampleMemory('m1', { text: 'Changed' });
  hear({
    kind: 'delta',
    from: 4,
    serial: 5,
    slice: {
      put: { memories: [{ memory: changed }], entities: [], edges: [] },
      gone: { nodes: ['f1'], edges: ['["m1","about","f1"]'] },
      more: 2,
    },
    card: sampleCard(changed),
  });
  expect(model.scene?.nodes.map(({ id, text }) => [id, text])).toEqual([
    ['m1', 'Changed'],
    ['f2', 'src/f2.ts'],
    ['m2', 'What m2 knows'],
  ]);
  expect(model.slice?.more).toBe(2);
});

test('a delta on top of something else is not applied: a fresh snapshot is asked for', () => {
  arrive('m1', 4);
  const slice = {
    put: { memories: [], entities: [], edges: [] },
    gone: { nodes: ['f1'], edges: [] },
    more: 0,
  };
  hear({ kind: 'delta', from: 7, serial: 8, slice, card: null });
  expect(model.scene?.nodes).toHaveLength(4);
  expect(sent.at(-1)).toMatchObject({ kind: 'travel', node: 'm1' });
});

test.each([
  ['nothing', undefined],
  ['a string', 'snapshot'],
  ['an empty object', {}],
  ['an unknown kind', envelope({ kind: 'explode' })],
  ['a half snapshot', envelope({ kind: 'snapshot', serial: 'x' })],
  ['another version', { version: 99, message: { kind: 'loading' } }],
])('garbage (%s) is told of and changes nothing else', (_, garbage) => {
  arrive('m1');
  sent = [];
  const { scene } = model;
  model.receive(garbage);
  expect(model.trouble).toBeDefined();
  expect(model.scene).toBe(scene);
  expect(sent).toEqual([]);
});

test('another version is told apart from garbage', () => {
  model.receive({ version: 99, message: { kind: 'loading' } });
  expect(model.trouble?.happened).toContain('version');
});

test('forgetting leads back to the place before, and can be taken back', async () => {
  arrive('m1');
  arrive('m2');
  const done = model.act({ act: 'forget', id: 'm2' });
  hear({ kind: 'done', request: askedFor(), entry: 'j1' });
  expect(await done).toBe(true);
  expect(sent.at(-1)).toMatchObject({ kind: 'travel', node: 'm1' });
  expect(model.forgotten).toEqual({ entry: 'j1', node: 'm2' });
  arrive('m1');
  expect(model.canGoBack).toBe(false);
  const back = model.takeBack('j1', 'm2');
  hear({ kind: 'done', request: askedFor() });
  await back;
  expect(sent.at(-1)).toMatchObject({ kind: 'travel', node: 'm2' });
  arrive('m2');
  expect(model.forgotten).toBeUndefined();
});

test('an act that failed says so and leaves things as they are', async () => {
  arrive('m1');
  const done = model.act({ act: 'confirm', id: 'm1' });
  const trouble = { happened: 'The disk is full.', remedy: 'Make room.' };
  hear({ kind: 'failed', request: askedFor(), trouble });
  expect(await done).toBe(false);
  expect(model.trouble).toEqual(trouble);
  expect(model.busy).toBe(false);
});

test('hiding the kind of the node pointed at points at the centre again', () => {
  arrive('m1');
  model.select('f1');
  model.toggleKind('file');
  expect(model.selected).toBe('m1');
});
