import type { ClientRequest, IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { Refusal } from '../model/refusal.ts';
import { systemError } from './system-error.ts';
import { SAVED, somethingElse, tooLarge, type Wanted } from './wanted.ts';

/** How far a fetch goes, and how names become addresses. */
export interface Reach {
  /** In bytes, as sent and once compression is undone. */
  readonly bytes: number;
  /** For all of it, in milliseconds. */
  readonly time: number;
  readonly redirects: number;
  readonly lookup: LookupFunction;
  readonly isLocal: (address: string) => boolean;
}

/** In bytes; a few sites set long cookies. */
const LONGEST_HEADER = 64 * 1024;
const AGENT = 'Mozilla/5.0 (compatible; factledger)';

/** An answer of a server. */
export interface Reply {
  readonly status: number;
  readonly location: string | null;
  readonly type: string;
  readonly encoding: string;
  readonly body: Buffer;
  /** Whether it came from the machine itself or its own network. */
  readonly isLocal: boolean;
}

/** Asks a server for a page or a feed. @param mayBeLocal whether it may be in the machine's own network */
export async function ask(
  url: URL,
  wanted: Wanted,
  mayBeLocal: boolean,
  limits: Reach,
  signal: AbortSignal,
): Promise<Reply> {
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const seconds = limits.time / 1000;
  const locals = new Refusal(
    `${url.href}: a redirect into this computer or its own network is not followed`,
    'If that is where it is to come from, give this address itself.',
  );
  // A name that is an address is never looked up.
  if (!mayBeLocal && isAddress(url) && limits.isLocal(url.hostname)) throw locals;
  return new Promise<Reply>((resolve, reject) => {
    let asked: ClientRequest | null = null;
    const fail = (error: Error) => {
      reject(error instanceof Refusal ? error : signal.aborted ? tooSlow() : unreachable(url, error, wanted));
      asked?.destroy();
    };
    const tooSlow = () =>
      new Refusal(`${url.href}: no whole ${wanted.noun} came within ${seconds} seconds`, `Try again. ${SAVED}`);
    if (signal.aborted) return fail(tooSlow());
    signal.addEventListener('abort', () => fail(tooSlow()), { once: true });
    asked = request(url, {
      agent: false,
      maxHeaderSize: LONGEST_HEADER,
      headers: {
        'user-agent': AGENT,
        accept: wanted.accept,
        'accept-encoding': 'gzip, deflate, br',
      },
      // What is looked at is what is connected to: a name that changes its address in between gains nothing.
      lookup: (name, options, done) =>
        limits.lookup(name, options, (error, found, family) => {
          const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
          const isRefused = error === null && !mayBeLocal && addresses.some(limits.isLocal);
          done(isRefused ? (locals as NodeJS.ErrnoException) : error, found, family);
        }),
    });
    asked.on('error', fail);
    asked.on('response', (response) => {
      const isLocal = limits.isLocal(response.socket.remoteAddress ?? '');
      if (!mayBeLocal && isLocal) return fail(locals);
      const { statusCode: status = 0, headers } = response;
      const location = [301, 302, 303, 307, 308].includes(status) ? (headers.location ?? null) : null;
      const refused = location === null ? refusalOf(url, response, wanted) : null;
      if (refused) return fail(refused);
      const reply = {
        status,
        // As bytes of UTF-8, which Node gives as Latin-1.
        location: location === null ? null : Buffer.from(location, 'latin1').toString('utf8'),
        type: headers['content-type'] ?? '',
        encoding: headers['content-encoding'] ?? '',
        isLocal,
      };
      if (location !== null) {
        resolve({ ...reply, body: Buffer.alloc(0) });
        return asked?.destroy();
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limits.bytes) fail(tooLarge(wanted, url.href, limits.bytes));
        else chunks.push(chunk);
      });
      response.on('error', fail);
      response.on('end', () => resolve({ ...reply, body: Buffer.concat(chunks) }));
    });
    asked.end();
  });
}

const isAddress = ({ hostname }: URL) => hostname.startsWith('[') || /^[\d.]+$/.test(hostname);

/** Why an answer does not hold what is wanted; null where it may. */
function refusalOf({ href }: URL, { statusCode = 0, headers }: IncomingMessage, wanted: Wanted): Refusal | null {
  if (statusCode !== 200 && statusCode !== 203) {
    const name = STATUS_NAMES[statusCode];
    return new Refusal(`${href}: ${statusCode}${name === undefined ? '' : ` ${name}`}, no ${wanted.noun}`, SAVED);
  }
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const bare = type.trim().toLowerCase();
  return bare === '' || bare === 'application/octet-stream' || wanted.mayBe(bare)
    ? null
    : somethingElse(wanted, href, `of type ${bare}`);
}

/** What an answer without either says, where that helps (RFC 9110). */
const STATUS_NAMES: Readonly<Record<number, string>> = {
  204: 'No Content',
  300: 'Multiple Choices',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  406: 'Not Acceptable',
  410: 'Gone',
  429: 'Too Many Requests',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Why a server cannot be reached, in words. */
function unreachable({ href, hostname }: URL, error: Error, { noun }: Wanted): Refusal {
  const { code = '', message } = systemError(error);
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: `there is no server named ${hostname}`,
    EAI_AGAIN: 'the name of the server cannot be looked up: is there a network?',
    ECONNREFUSED: 'the server takes no connection',
    ECONNRESET: 'the server broke off',
    EPIPE: 'the server broke off',
    ETIMEDOUT: 'the server does not answer',
    EHOSTUNREACH: 'the server cannot be reached',
    ENETUNREACH: 'there is no network to the server',
    HPE_HEADER_OVERFLOW: `the server sends too much before the ${noun}`,
    CERT_HAS_EXPIRED: "the server's certificate has expired",
    DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is its own word alone",
    SELF_SIGNED_CERT_IN_CHAIN: "the server's certificate is signed by nobody known",
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the server's certificate cannot be verified",
    ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is that of another name",
  };
  const why = known[code] ?? (code.startsWith('HPE_') ? 'the server does not answer as a web server does' : message);
  return new Refusal(`${href}: ${why}`, SAVED);
}
