/** For each language, the nodes that are functions, as its grammar names them. */
export const FUNCTION_KINDS: Readonly<Record<string, readonly string[]>> = {
  csharp: ['method_declaration', 'constructor_declaration', 'local_function_statement'],
  go: ['function_declaration', 'method_declaration'],
  java: ['method_declaration', 'constructor_declaration'],
  javascript: scripted(),
  javascriptreact: scripted(),
  python: ['function_definition'],
  rust: ['function_item'],
  shellscript: ['function_definition'],
  typescript: scripted(),
  typescriptreact: scripted(),
};

function scripted(): string[] {
  return [
    'function_declaration',
    'generator_function_declaration',
    'function_expression',
    'arrow_function',
    'method_definition',
  ];
}
