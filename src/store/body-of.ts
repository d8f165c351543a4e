import { Refusal } from '../model/refusal.ts';
import type { Reach, Reply } from './ask-server.ts';
import { decodeFetched } from './page-text.ts';
import { errorCode } from './system-error.ts';
import { SAVED, somethingElse, tooLarge, type Wanted } from './wanted.ts';

/** What came, as sent and as text. */
interface Body {
  /** Compression undone. */
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The type that the server said, in small letters and without parameters. */
  readonly type: string;
}

/** The body of an answer as text. @throws Refusal if it is none, or more than the limits allow */
export async function bodyOf(url: URL, reply: Reply, wanted: Wanted, limits: Reach): Promise<Body> {
  const { href } = url;
  const bytes = await decompressed(url, reply, wanted, limits);
  if (bytes.length === 0) throw new Refusal(`${href}: the ${wanted.noun} is empty`, SAVED);
  const disguised = SIGNATURES.find(([start]) => start.test(bytes.subarray(0, 1024).toString('latin1')))?.[1];
  if (disguised !== undefined) throw somethingElse(wanted, href, disguised);
  const [type = '', ...parameters] = reply.type.split(';');
  const charset = parameters.map((one) => /^\s*charset\s*=\s*"?([^"\s]+)/i.exec(one)?.[1]).find(Boolean) ?? null;
  const text = decodeFetched(bytes, charset);
  if (text.slice(0, 1024).includes('\0')) throw somethingElse(wanted, href, 'no text');
  return { bytes, text, type: type.trim().toLowerCase() };
}

/** Files that servers send as something else, by their first bytes. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^[\s\S]*%PDF-\d/, 'a PDF'],
  [/^PK\x03\x04/, 'a ZIP archive or an office document'],
  [/^\xd0\xcf\x11\xe0/, 'an office document'],
  [/^\{\\rtf/, 'an RTF document'],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s, 'a picture'],
  [/^\x1f\x8b/, 'compressed'],
];

/** The body with its compression undone (RFC 9110, 8.4). */
async function decompressed(url: URL, { encoding, body }: Reply, wanted: Wanted, limits: Reach): Promise<Buffer> {
  const { brotliDecompressSync, inflateRawSync, unzipSync } = await import('node:zlib');
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());
  let bytes = body;
  for (const coding of codings.filter((one) => one !== '' && one !== 'identity').reverse()) {
    if (bytes.length === 0) break;
    const most = { maxOutputLength: limits.bytes };
    try {
      if (coding === 'br') bytes = brotliDecompressSync(bytes, most);
      else if (coding === 'gzip' || coding === 'x-gzip') bytes = unzipSync(bytes, most);
      // Some send it without its header.
      else if (coding === 'deflate')
        bytes = ((bytes[0] ?? 0) & 15) === 8 ? unzipSync(bytes, most) : inflateRawSync(bytes, most);
      else throw new Refusal(`${url.href}: compressed as ${coding}, which was not asked for`, SAVED);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(wanted, url.href, limits.bytes);
      throw new Refusal(`${url.href}: what came is damaged (${coding})`, `Try again. ${SAVED}`);
    }
  }
  return bytes;
}
