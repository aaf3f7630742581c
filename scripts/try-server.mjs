// The sample project with Mneme in VS Code's server, for a person's own browser.
import { makeWorkspace } from '../test/host/workspace.mjs';
import { installVsix, Server } from '../test/host/server.mjs';
import { makeSample } from './sample.mjs';
import { vsixPath } from './vsix-path.mjs';

const workspace = await makeWorkspace(makeSample, 'postbox');
const { folder, home, userData: dataDir, extensions: extensionsDir } = workspace;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));

await installVsix({ vsix: vsixPath(), dataDir, extensionsDir });
const server = await Server.start({
  dataDir,
  extensionsDir,
  env: { MNEME_HOME: home },
  stay: true,
  settings: {
    'workbench.startupEditor': 'none',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
  },
});
console.log(`\n${server.address({ folder })}\n\n${process.argv[2]}\n\nCtrl+C ends it.`);
await server.ended;
