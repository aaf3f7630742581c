/** What a linter finds wrong in a text. Offsets are UTF-16 units. */
export interface Fault {
  /** The linter's name of the rule, such as `no-var`. */
  readonly rule: string;
  /** `problem`: the code will not do what it says; `suggestion`: it works, and is better said otherwise. */
  readonly kind: 'problem' | 'suggestion';
  readonly message: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The faults of a text in a language of VS Code's; `undefined` where nobody can tell. */
export type FaultsOf = (text: string, language: string) => Promise<readonly Fault[] | undefined>;
