import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../../src/editor/commands';
import { SETTINGS } from '../../../src/editor/setting-defaults';

const MenuItem = z.object({ command: z.string(), when: z.string().optional() });
const Setting = z.object({
  type: z.string(),
  default: z.unknown(),
  scope: z.string(),
  order: z.number(),
  markdownDescription: z.string(),
});
const View = z.object({ id: z.string(), type: z.string().optional(), icon: z.string() });
const Manifest = z.looseObject({
  keywords: z.array(z.string()).max(10),
  icon: z.string(),
  engines: z.object({ vscode: z.string() }),
  devDependencies: z.looseObject({ '@types/vscode': z.string() }),
  contributes: z.object({
    commands: z.array(z.object({ command: z.string(), title: z.string(), category: z.string() })),
    menus: z.record(z.string(), z.array(MenuItem)),
    views: z.record(z.string(), z.array(View)),
    viewsContainers: z.record(z.string(), z.array(z.object({ id: z.string(), icon: z.string() }))),
    viewsWelcome: z.array(z.object({ view: z.string(), contents: z.string() })),
    configuration: z.array(z.object({ properties: z.record(z.string(), Setting) })),
    keybindings: z.array(
      z.object({
        command: z.string(),
        key: z.string(),
        when: z.string().optional(),
        args: z.unknown().optional(),
      }),
    ),
    languageModelTools: z.array(z.object({ name: z.string(), modelDescription: z.string() })),
    walkthroughs: z.array(
      z.object({
        icon: z.string(),
        steps: z.array(
          z.object({
            description: z.string(),
            media: z.object({ svg: z.string() }),
            completionEvents: z.array(z.string()),
          }),
        ),
      }),
    ),
  }),
});

const text = readFileSync('package.json', 'utf8');
const words = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync('package.nls.json', 'utf8')));
const manifest = Manifest.parse(JSON.parse(text));
const { contributes } = manifest;
const declared = contributes.commands.map(({ command }) => command);

/** Commands that a text with links such as `[Remember…](command:mneme.remember)` runs. */
function linkedCommands(key: string): string[] {
  const said = words[key.slice(1, -1)] ?? '';
  return [...said.matchAll(/\(command:(mneme\.[\w.]+)/g)].map(([, command]) => command ?? '');
}

describe('the manifest', () => {
  it('declares the commands that the table has, each once', () => {
    expect([...declared].sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it('declares the settings that the code reads, with the same defaults', () => {
    const settings = Object.assign(
      {},
      ...contributes.configuration.map(({ properties }) => properties),
    ) as Record<string, z.infer<typeof Setting>>;
    const defaults = Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => [name, setting.default]),
    );
    expect(defaults).toEqual(
      Object.fromEntries(Object.entries(SETTINGS).map(([name, value]) => [`mneme.${name}`, value])),
    );
  });

  it('lets no folder say what is read, where texts are sent or how much memory is taken', () => {
    const machine = contributes.configuration.flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([name, { scope }]) =>
        scope === 'machine' ? [name] : [],
      ),
    );
    expect(machine.sort()).toEqual([
      'mneme.capture.copilotTelemetry',
      'mneme.embeddings.dimensions',
      'mneme.embeddings.endpoint',
      'mneme.embeddings.model',
      'mneme.engine.memoryLimit',
    ]);
  });

  it('runs only commands that exist, from menus, keys, welcome texts and walkthrough', () => {
    const views = Object.values(contributes.views).flat();
    const ours = [
      ...Object.values(contributes.menus).flatMap((items) => items.map((item) => item.command)),
      ...contributes.viewsWelcome.flatMap(({ contents }) => linkedCommands(contents)),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ description, completionEvents }) => [
          ...linkedCommands(description),
          ...completionEvents
            .filter((event) => event.startsWith('onCommand:'))
            .map((event) => event.slice('onCommand:'.length)),
        ]),
      ),
      ...contributes.keybindings.map(({ command }) => command),
      ...[...text.matchAll(/"(mneme\.suggestion\w+)"/g)].map(([, command]) => command ?? ''),
    ].filter((command) => command !== 'runCommands');
    const known = new Set([...declared, ...views.map(({ id }) => `${id}.focus`)]);
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((command) => !known.has(command))).toEqual([]);
  });

  it('goes by view ids that exist, and welcomes in every tree', () => {
    const views = Object.values(contributes.views).flat();
    const ids = new Set(views.map(({ id }) => id));
    const named = [...text.matchAll(/view == (mneme\.\w+)|focusedView == '(mneme\.\w+)'/g)].map(
      ([, view, focused]) => view ?? focused,
    );
    expect(named.filter((view) => !ids.has(view ?? ''))).toEqual([]);
    const welcomed = new Set(contributes.viewsWelcome.map(({ view }) => view));
    expect([...welcomed].sort()).toEqual(
      views
        .filter(({ type }) => type !== 'webview')
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('has every text in package.nls.json, and no text there for nothing', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    expect([...new Set(used)].sort()).toEqual(Object.keys(words).sort());
  });

  it('names only pictures that exist', () => {
    const pictures = [...text.matchAll(/"(media\/[\w./-]+)"/g)].map(([, path]) => path ?? '');
    expect(pictures.length).toBeGreaterThan(7);
    expect(pictures.filter((path) => !existsSync(path))).toEqual([]);
    expect(manifest.icon).toMatch(/\.png$/);
  });

  it('wraps Tab and Escape only as long as the user lets it, commit and hide first', () => {
    const wrapped = contributes.keybindings.filter(({ command }) => command === 'runCommands');
    expect(wrapped.map(({ key, args }) => [key, args])).toEqual([
      ['tab', run('editor.action.inlineSuggest.commit', 'mneme.suggestionAccepted')],
      ['tab', run('editor.action.inlineSuggest.commit', 'mneme.suggestionAccepted')],
      ['escape', run('editor.action.inlineSuggest.hide', 'mneme.suggestionDismissed')],
      ['escape', run('editor.action.inlineSuggest.hide', 'mneme.suggestionDismissed')],
    ]);
    for (const { when } of wrapped) {
      expect(when).toMatch(/ && config\.mneme\.capture\.suggestionKeys$/);
      expect(when).not.toContain('||');
    }
  });

  it('takes keys for proposals only where one is offered or their view has the focus', () => {
    const keys = contributes.keybindings.filter(({ command }) => command.endsWith('Proposal'));
    expect(keys.length).toBe(6);
    for (const { when } of keys) {
      expect(when).toMatch(/^mneme\.proposalOffered |^focusedView == 'mneme\.proposals' /);
    }
  });

  it('asks for nothing that the Marketplace refuses', () => {
    expect(manifest).not.toHaveProperty('enabledApiProposals');
    const typings = manifest.devDependencies['@types/vscode'].replace(/[^\d.]/g, '');
    expect(manifest.engines.vscode).toBe(`^${typings}`);
    expect(contributes.languageModelTools.map(({ name }) => name)).toEqual(['mneme_recall']);
  });
});

function run(...commands: string[]) {
  return { commands };
}
