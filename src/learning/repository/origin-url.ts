const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * A repository's key from the URL of its origin: `host/owner/name`. Credentials and `.git` go, the
 * host is folded to lower case, and the ssh and https forms of one origin come out equal. A port
 * stays only for http(s) where it is not the usual one; for ssh it names a daemon, not a host.
 *
 * Undefined where the URL names a place on this machine: such a clone is known by its own root.
 */
export function keyOfOrigin(url: string): string | undefined {
  const trimmed = url.trim();
  return trimmed.includes('://') ? keyOfUrl(trimmed) : keyOfScpForm(trimmed);
}

function keyOfUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === 'file:' || url.hostname === '') return undefined;
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  const port = web && url.port !== DEFAULT_PORTS[url.protocol] ? url.port : '';
  return join(port ? `${url.hostname}:${port}` : url.hostname, url.pathname);
}

/** `git@host:owner/name.git`; git takes it for ssh where no slash stands before the colon. */
function keyOfScpForm(text: string): string | undefined {
  const match = /^(?:[^@/]*@)?(\[[^\]]+\]|[^:/\\]{2,}):(?!\\)(.+)$/.exec(text);
  return match ? join(match[1] ?? '', match[2] ?? '') : undefined;
}

function join(host: string, path: string): string | undefined {
  const name = decode(path)
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/i, '')
    .replace(/\/+$/, '');
  return name === '' ? undefined : `${host.toLowerCase()}/${name}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
