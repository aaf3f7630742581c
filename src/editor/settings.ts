import * as vscode from 'vscode';
import { SETTINGS } from './setting-defaults';

export { SETTINGS };

type Widened<T> = T extends boolean ? boolean : T extends number ? number : T;
export type SettingName = keyof typeof SETTINGS;
export type SettingValue<N extends SettingName> = Widened<(typeof SETTINGS)[N]>;

/** Live, typed access to the user's settings. */
export class Settings {
  /** The value in force; the default where the user wrote something of another type. */
  get<N extends SettingName>(name: N): SettingValue<N> {
    const standard = SETTINGS[name];
    const value: unknown = vscode.workspace.getConfiguration('mneme').get(name);
    const fits = Array.isArray(standard)
      ? Array.isArray(value) && value.every((item) => typeof item === 'string')
      : typeof value === typeof standard;
    return (fits ? value : standard) as SettingValue<N>;
  }

  /** Sets a value for this user, in every workspace. */
  async set<N extends SettingName>(name: N, value: SettingValue<N>): Promise<void> {
    const all = vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration('mneme').update(name, value, all);
  }

  /** Hears when one of Mneme's settings changes. */
  onDidChange(listener: () => void): vscode.Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('mneme')) listener();
    });
  }
}
