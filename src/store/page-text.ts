import { isUtf8 } from 'node:buffer';
import { decode, type Opened } from './open.ts';

/** How far into a page its own word about its encoding is looked for, in bytes, as browsers do. */
const PRESCAN = 1024;

/** Text from the bytes of a page that is a file: by its byte-order mark, as UTF-8, or by its own word. */
export function decodePage(bytes: Uint8Array): Opened {
  const encoding = markedEncoding(bytes) ?? ownEncoding(bytes);
  if (encoding === null || encoding === 'utf-8') return decode(bytes);
  return { text: decodeAs(encoding, bytes), bytes };
}

/**
 * Text from the bytes of a page that was fetched. What does not fit the encoding is replaced, as browsers do.
 * @param label of its encoding, as the server gave it; null where it gave none
 */
export function decodeFetched(bytes: Uint8Array, label: string | null): string {
  const encoding = markedEncoding(bytes) ?? encodingOf(label) ?? ownEncoding(bytes) ?? 'windows-1252';
  return decodeAs(encoding, bytes);
}

/** The characters of windows-1252 from 0x80 on, which Node 20 takes for the controls of Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80] ?? character);
}

/** The encoding that a byte-order mark tells; null without one. */
function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

/**
 * The encoding of a page by what it is and says: what is sound UTF-8 is that, for programs that save or convert a page
 * often leave its word as it was. Null where it says nothing.
 */
function ownEncoding(bytes: Uint8Array): string | null {
  const declared = declaredEncoding(bytes);
  // All of it is ASCII, whatever it stands for.
  return declared !== 'iso-2022-jp' && isUtf8(bytes) ? 'utf-8' : declared;
}

/** The encoding that a page itself names, in `meta` or its XML declaration. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN)).toString('latin1');
  const declared =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ??
    /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1];
  const encoding = encodingOf(declared ?? null);
  // What could be read as ASCII up to here is not in UTF-16.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** The name of an encoding by one of its labels (WHATWG Encoding); null for what is none. */
function encodingOf(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}
