import type { Fault } from '../../memory/fault';

/**
 * ESLint's rules that tell a fault from a piece of code alone, by the kind that ESLint gives them. Not
 * among them are its rules about
 *
 * - what only a whole program shows (`no-undef`, `no-unused-vars`, `no-invalid-this`, `strict`),
 * - length and order (`max-lines`, `complexity`, `sort-keys`), comments, and layout,
 * - words of the language that some do without (`no-ternary`, `no-plusplus`, `no-magic-numbers`),
 * - two ways of which each is somebody's rule (`func-style`, `one-var`, `prefer-destructuring`),
 * - what a list of the project's own names (`no-restricted-…`).
 *
 * Of its deprecated rules there are those that live on with another plugin.
 */
const NAMES: Readonly<Record<Fault['kind'], string>> = {
  problem: `array-callback-return constructor-super for-direction getter-return
    no-async-promise-executor no-await-in-loop no-buffer-constructor no-class-assign
    no-compare-neg-zero no-cond-assign no-const-assign no-constant-binary-expression
    no-constant-condition no-constructor-return no-control-regex no-debugger no-dupe-args
    no-dupe-class-members no-dupe-else-if no-dupe-keys no-duplicate-case no-duplicate-imports
    no-empty-character-class no-empty-pattern no-ex-assign no-fallthrough no-func-assign
    no-import-assign no-inner-declarations no-invalid-regexp no-irregular-whitespace
    no-loss-of-precision no-misleading-character-class no-new-native-nonconstructor no-obj-calls
    no-promise-executor-return no-prototype-builtins no-self-assign no-self-compare no-setter-return
    no-sparse-arrays no-template-curly-in-string no-this-before-super no-unexpected-multiline
    no-unmodified-loop-condition no-unreachable no-unreachable-loop no-unsafe-finally
    no-unsafe-negation no-unsafe-optional-chaining no-unused-private-class-members
    no-use-before-define no-useless-assignment no-useless-backreference require-atomic-updates
    use-isnan valid-typeof`,
  suggestion: `accessor-pairs block-scoped-var callback-return camelcase class-methods-use-this
    consistent-return curly default-case default-case-last default-param-last dot-notation eqeqeq
    func-name-matching global-require grouped-accessor-pairs guard-for-in handle-callback-err
    logical-assignment-operators new-cap no-alert no-array-constructor no-caller no-case-declarations
    no-console no-delete-var no-div-regex no-else-return no-empty no-empty-function
    no-empty-static-block no-eq-null no-eval no-extend-native no-extra-bind no-extra-boolean-cast
    no-extra-label no-global-assign no-implicit-coercion no-implied-eval no-iterator no-label-var
    no-labels no-lone-blocks no-lonely-if no-loop-func no-mixed-requires no-multi-assign no-multi-str
    no-negated-condition no-nested-ternary no-new no-new-func no-new-require no-new-wrappers
    no-nonoctal-decimal-escape no-object-constructor no-octal no-octal-escape no-param-reassign
    no-path-concat no-process-env no-process-exit no-proto no-redeclare no-regex-spaces
    no-return-assign no-script-url no-sequences no-shadow no-shadow-restricted-names no-sync
    no-throw-literal no-undef-init no-unneeded-ternary no-unused-expressions no-unused-labels
    no-useless-call no-useless-catch no-useless-computed-key no-useless-concat no-useless-constructor
    no-useless-escape no-useless-rename no-useless-return no-var no-void no-with object-shorthand
    operator-assignment prefer-arrow-callback prefer-const prefer-exponentiation-operator
    prefer-numeric-literals prefer-object-has-own prefer-object-spread prefer-promise-reject-errors
    prefer-regex-literals prefer-rest-params prefer-spread prefer-template preserve-caught-error radix
    require-await require-yield symbol-description vars-on-top yoda`,
};

const LANGUAGES: ReadonlySet<string> = new Set([
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
]);

/** Whether ESLint can look at a language of VS Code's. */
export function isLinted(language: string): boolean {
  return LANGUAGES.has(language);
}

/** The names of ESLint's rules that tell a fault, and what kind each is. */
export const FAULT_RULES: ReadonlyMap<string, Fault['kind']> = new Map(
  (['problem', 'suggestion'] as const).flatMap((kind) =>
    NAMES[kind].split(/\s+/).map((name) => [name, kind] as const),
  ),
);
