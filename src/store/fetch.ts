import type { LookupFunction } from 'node:net';
import { Refusal } from '../model/refusal.ts';
import { ask, type Reach } from './ask-server.ts';
import { bodyOf } from './body-of.ts';
import { isLocalAddress } from './local-address.ts';
import { SAVED, type Wanted } from './wanted.ts';

/** What came from an address. */
interface Fetched {
  /** Where it was in the end. */
  readonly address: string;
  /** The addresses that it was redirected to, in order. */
  readonly redirects: readonly string[];
  /** The type that the server said, in small letters and without parameters. */
  readonly type: string;
  /** As sent, compression undone. */
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Fetches a page or a feed once, from an address that was typed. What is in it is neither run nor fetched.
 * @param typed absolute, with its scheme
 * @throws Refusal that names the address where it is not to be had
 */
export async function fetchWanted(typed: string, wanted: Wanted, reach: Partial<Reach>): Promise<Fetched> {
  const { lookup } = await import('node:dns');
  const limits: Reach = {
    bytes: 10 * 2 ** 20,
    time: 30_000,
    redirects: 10,
    lookup: lookup as LookupFunction,
    isLocal: isLocalAddress,
    ...reach,
  };
  const late = AbortSignal.timeout(limits.time);
  let url = addressOf(typed, typed);
  let mayBeLocal = true;
  const redirects: string[] = [];
  for (;;) {
    const reply = await ask(url, wanted, mayBeLocal, limits, late);
    // Only who typed a local address gets to one.
    if (redirects.length === 0) mayBeLocal = reply.isLocal;
    if (reply.location === null) return { address: url.href, redirects, ...(await bodyOf(url, reply, wanted, limits)) };
    const next = addressOf(reply.location, url.href, `${url.href} redirects to ${reply.location}`);
    redirects.push(next.href);
    if (redirects.length > limits.redirects) {
      throw new Refusal(`${typed}: more than ${limits.redirects} redirects, the last to ${next.href}`, SAVED);
    }
    url = next;
  }
}

/** @param said what to say of it where it is none that is fetched */
function addressOf(text: string, base: string, said = text): URL {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    throw new Refusal(`${said}: that is no address`, 'An address is such as https://example.org/article');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Refusal(`${said}: only http and https are fetched`, 'A file is given by its path.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new Refusal(`${said.replace(/\/\/[^/]*@/, '//…@')}: the address holds a user's name`, 'Give it without.');
  }
  return url;
}
