import { expect, it } from 'vitest';
import { dataFolder, databasePath } from '../../../src/store/location';

it('puts the database where the platform keeps data of programs', () => {
  const home = '/home/ada';
  expect(dataFolder({ env: {}, platform: 'linux', home })).toBe('/home/ada/.local/share/mneme');
  expect(dataFolder({ env: { XDG_DATA_HOME: '/data' }, platform: 'linux', home })).toBe(
    '/data/mneme',
  );
  expect(dataFolder({ env: {}, platform: 'darwin', home })).toBe(
    '/home/ada/Library/Application Support/Mneme',
  );
  const windows = { LOCALAPPDATA: '/Users/ada/AppData/Local' };
  expect(dataFolder({ env: windows, platform: 'win32', home })).toBe(
    '/Users/ada/AppData/Local/Mneme',
  );
});

it('puts it where MNEME_HOME says, on every platform', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const place = { env: { MNEME_HOME: '/mneme' }, platform, home: '/home/ada' };
    expect(databasePath(place)).toBe('/mneme/mneme.db');
  }
});
