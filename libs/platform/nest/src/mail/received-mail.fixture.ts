import type { ReceivedMail } from './mail-transport.suite';

/** Reads a mail as its reader's program would, as far as ours go: MIME texts, one of them or several alternatives. */
export const readMail = (raw: Buffer): ReceivedMail => {
  const { headers, parts } = readPart(raw.toString('latin1'));
  return {
    headers: headers.map(([name]) => name.toLowerCase()),
    header: (name) => headerOf(headers, name),
    text: textOf(parts, 'text/plain') ?? '',
    html: textOf(parts, 'text/html'),
  };
};

type Header = readonly [name: string, value: string];

interface Part {
  readonly type: string;
  readonly text: string;
}

const textOf = (parts: readonly Part[], type: string) => parts.find((part) => part.type.startsWith(type))?.text;

const headerOf = (headers: readonly Header[], name: string): string =>
  headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';

/** Of text with a byte in each character. */
const readPart = (source: string): { readonly headers: readonly Header[]; readonly parts: readonly Part[] } => {
  const end = source.indexOf('\r\n\r\n');
  const unfolded = source.slice(0, end).replaceAll(/\r\n(?=[ \t])/g, '');
  const headers = unfolded.split('\r\n').map((line): Header => {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1).trim()];
    // Encoded words have no place in an address (RFC 2047 §5).
    return [name, name === 'To' ? Buffer.from(value, 'latin1').toString('utf8') : decodeWords(value)];
  });
  const body = source.slice(end + 4);
  const type = headerOf(headers, 'content-type');
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
  if (!boundary) return { headers, parts: [{ type, text: decodeBody(body, headers) }] };
  const inner = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return { headers, parts: inner.flatMap((part) => readPart(part.slice(2)).parts) };
};

const decodeBody = (body: string, headers: readonly Header[]): string => {
  const encoding = headerOf(headers, 'content-transfer-encoding');
  const bytes =
    encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? fromQuoted(body) : body;
  const text = (typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes).toString('utf8');
  return text.replaceAll('\r\n', '\n');
};

const fromQuoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll(/[ \t]*=\r\n/g, (line) => line.slice(0, line.indexOf('=')))
      .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** RFC 2047; space between two encoded words is none of the text. Other text of a header may be UTF-8 (RFC 6532). */
const decodeWords = (value: string): string => {
  const joined = value.replaceAll(/(\?=)\s+(?==\?)/g, '$1');
  const bytes = joined.replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    (kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : fromQuoted(text.replaceAll('_', ' '))).toString(
      'latin1',
    ),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
};
