/**
 * The page that the panel's app runs in. Scripts only with the nonce; no network, pictures or
 * fonts. Inline styles stay open because the toolkit and Lit need them; they carry no code.
 */
export function graphPanelHtml(parts: {
  script: string;
  nonce: string;
  title: string;
  /** What lies behind the panel, so that what it draws blends in. */
  place: 'sideBar' | 'editor';
}): string {
  const policy = `default-src 'none'; script-src 'nonce-${parts.nonce}'; style-src 'unsafe-inline'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${parts.title}</title>
    <style>
      html, body { height: 100%; margin: 0; padding: 0; }
      body { overflow: hidden; }
      :root { --mneme-background: var(--vscode-${parts.place}-background); }
    </style>
  </head>
  <body>
    <script nonce="${parts.nonce}" src="${parts.script}"></script>
  </body>
</html>`;
}
