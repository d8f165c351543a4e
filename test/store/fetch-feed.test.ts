import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';
import { fetchFeed } from '../../src/store/fetch-feed.ts';

const FEED = '<rss version="2.0"><channel><title>Wieści</title></channel></rss>';

/** A server on loopback that answers once with a body of a type; its address. */
async function serve(type: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(301, { location: '/rss' }).end();
    else response.writeHead(200, { ...(type === '' ? {} : { 'content-type': type }), ...headers }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/rss`;
}

async function refusal(url: string, reach = {}): Promise<string> {
  const error = await fetchFeed(url, reach).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error('not refused');
  return [error.message, ...error.advice].join('\n').replaceAll(/127\.0\.0\.1:\d+/g, 'HOST');
}

test.each([
  'application/rss+xml',
  'application/atom+xml; charset=utf-8',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'application/x-rss+xml',
  'text/xml',
  'text/rss+xml',
  'text/html; charset=utf-8',
  'text/plain;charset=UTF-8',
  'application/octet-stream',
  '',
])('a feed that is sent as %s', async (type) => {
  expect((await fetchFeed(await serve(type, FEED))).text).toBe(FEED);
});

const cyrillic = Buffer.concat([Buffer.from('<rss><title>'), Buffer.from([0xcd, 0xee]), Buffer.from('</title></rss>')]);
const declared = (encoding: string, bytes: Buffer) =>
  Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), bytes]);

test.each([
  ['by the header', 'text/xml; charset=windows-1251', cyrillic, 'Но'],
  ['by its declaration', 'application/rss+xml', declared('windows-1251', cyrillic), 'Но'],
  [
    'by its declaration, in single quotes',
    'text/xml',
    Buffer.concat([Buffer.from("<?xml version='1.0' encoding='ISO-8859-2'?>"), Buffer.from([0xb3])]),
    'ł',
  ],
  [
    'by its declaration, after a blank line',
    'text/xml',
    Buffer.concat([Buffer.from('\n'), declared('windows-1251', cyrillic)]),
    'Но',
  ],
  [
    'by the header before its declaration',
    'text/xml; charset=utf-8',
    declared('windows-1251', Buffer.from('Но')),
    'Но',
  ],
  ['UTF-8 whatever it declares', 'text/xml', declared('windows-1251', Buffer.from('Но')), 'Но'],
  ['UTF-16 by its mark', 'text/xml', Buffer.from('\uFEFF<rss>Но</rss>', 'utf16le'), 'Но'],
])('in an encoding: %s', async (_, type, body, text) => {
  expect((await fetchFeed(await serve(type, body))).text).toContain(text);
});

test('compressed, and after a redirect', async () => {
  const url = await serve('application/rss+xml', gzipSync(FEED), { 'content-encoding': 'gzip' });
  const moved = url.replace('/rss', '/moved');
  expect(await fetchFeed(moved)).toEqual({ address: url, redirects: [url], text: FEED });
});

test('what is none is called so', async () => {
  expect(await refusal(await serve('image/png', 'x'))).toBe(
    'http://HOST/rss is of type image/png, no feed\nA feed is RSS, Atom or JSON Feed.',
  );
  expect(await refusal(await serve('application/pdf', '%PDF-1.7'))).toContain('of type application/pdf, no feed');
  expect(await refusal(await serve('text/xml', ''))).toBe(
    'http://HOST/rss: the feed is empty\nOpen it in a browser, save it, and give the file.',
  );
  expect(await refusal(await serve('text/xml', FEED), { bytes: 20 })).toContain('which no feed is');
});
