/** An icon's source, which the bundler hands over as text. */
declare module '*.svg' {
  const source: string;
  export = source;
}
