/**
 * Splits a stream at one byte without ever holding more than one record: at NUL for git's `-z`
 * output, at newline for patches. Bytes that are not UTF-8 become U+FFFD.
 *
 * A record longer than `limit` bytes is cut there: a minified file is one line of megabytes, and
 * nobody reads beyond its start.
 */
export async function* records(
  stream: AsyncIterable<Buffer>,
  separator: 0 | 10,
  limit = 1_000_000,
): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let size = 0;
  const hold = (piece: Buffer): void => {
    const room = limit - size;
    if (room > 0) held.push(piece.subarray(0, room));
    size += piece.length;
  };
  const release = (): string => {
    const record = Buffer.concat(held).toString('utf8');
    held = [];
    size = 0;
    return record;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(separator); end >= 0; end = chunk.indexOf(separator, start)) {
      if (size === 0 && end - start <= limit) {
        yield chunk.toString('utf8', start, end);
      } else {
        hold(chunk.subarray(start, end));
        yield release();
      }
      start = end + 1;
    }
    if (start < chunk.length) hold(chunk.subarray(start));
  }
  if (size > 0) yield release();
}
