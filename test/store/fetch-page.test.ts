import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type LookupFunction } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../src/model/refusal.ts';
import type { Reach } from '../../src/store/ask-server.ts';
import { fetchPage } from '../../src/store/fetch-page.ts';
import { isLocalAddress } from '../../src/store/local-address.ts';

const PAGE = '<!doctype html><title>Příliš</title><p>The harbour reopens.';

/** A server on loopback that goes when the test ends; its address, with a slash at the end. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A server that answers with bytes that are no HTTP of Node's making. */
async function serveRaw(bytes: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(bytes);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const page =
  (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' }) =>
  (_: unknown, response: Parameters<RequestListener>[1]) => {
    response.writeHead(200, headers).end(body);
  };

/** Redirects by path; the rest is the page. */
const redirects =
  (to: Record<string, string>): RequestListener =>
  (request, response) => {
    const location = to[request.url ?? ''];
    if (location === undefined) page(PAGE)(request, response);
    else response.writeHead(302, { location }).end();
  };

async function refusal(url: string, reach: Partial<Reach> = {}): Promise<string> {
  const error = await fetchPage(url, reach).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error.message.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST');
}

/** Names that stand for this machine, which counts as any other: only 127.0.0.2 and the like are local. */
const publicly = (addresses: Record<string, string | readonly string[]>): Partial<Reach> => {
  const asked: Record<string, number> = {};
  const lookup: LookupFunction = (name, options, done) => {
    const known = [addresses[name] ?? []].flat();
    asked[name] = (asked[name] ?? 0) + 1;
    const address = known[Math.min(asked[name], known.length) - 1];
    if (address === undefined) return done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '', 4);
    const family = address.includes(':') ? 6 : 4;
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  return { lookup, isLocal: (address) => address !== '127.0.0.1' && isLocalAddress(address) };
};

describe('a page', () => {
  test('as it comes', async () => {
    const url = await serve(page(PAGE));
    expect(await fetchPage(`${url}a?b=c#d`)).toMatchObject({
      address: `${url}a?b=c#d`,
      redirects: [],
      kind: 'html',
      text: PAGE,
      bytes: Buffer.from(PAGE),
    });
  });

  test('is asked for once, by name, with what it may be', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push(request.url, request.headers['user-agent'], request.headers['accept-encoding'], request.headers.cookie);
      page(PAGE)(request, response);
    });
    await fetchPage(`${url}a?b#c`);
    expect(seen).toEqual(['/a?b', 'Mozilla/5.0 (compatible; factledger)', 'gzip, deflate, br', undefined]);
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['identity', Buffer.from],
    ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
  ] as const)('compressed: %s', async (encoding, pack) => {
    const url = await serve(page(pack(PAGE), { 'content-type': 'text/html', 'content-encoding': encoding }));
    expect((await fetchPage(url)).text).toBe(PAGE);
  });

  const latin2 = Buffer.from([...Buffer.from('<p>P'), 0xf8, 0xed, 0x6c, 0x69, 0xb9]);
  const declared = Buffer.concat([Buffer.from('<meta charset="iso-8859-2">'), latin2]);
  test.each([
    ['by the header', latin2, 'text/html; charset=ISO-8859-2', 'Příliš'],
    ['by the header, in quotes', latin2, 'text/html; x=y; charset="iso-8859-2"', 'Příliš'],
    ['by meta', declared, 'text/html', 'Příliš'],
    ['by the header before meta', Buffer.from('<meta charset=iso-8859-2>Příliš'), 'text/html; charset=utf-8', 'Příliš'],
    ['by a mark before the header', Buffer.from('\uFEFFPříliš'), 'text/html; charset=iso-8859-2', 'Příliš'],
    ['UTF-16 by its mark', Buffer.from('\uFEFFPříliš', 'utf16le'), 'text/html', 'Příliš'],
    [
      'by http-equiv',
      Buffer.from([...Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=windows-1251">'), 0xcf]),
      'text/html',
      'П',
    ],
    [
      'by an XML declaration',
      Buffer.from([...Buffer.from('<?xml version="1.0" encoding="windows-1251"?>'), 0xcf]),
      'application/xhtml+xml',
      'П',
    ],
    ['UTF-8 without a word', Buffer.from('Příliš'), 'text/html', 'Příliš'],
    ['something else without a word', Buffer.from([0x93, 0x61, 0x94]), 'text/html', '“a”'],
    ['of an unknown name', Buffer.from('Příliš'), 'text/html; charset=none', 'Příliš'],
    ['Shift_JIS', Buffer.from([0x8d, 0x60]), 'text/html; charset=Shift_JIS', '港'],
  ])('in an encoding: %s', async (_, body, type, text) => {
    const url = await serve(page(body, { 'content-type': type }));
    expect((await fetchPage(url)).text).toContain(text);
  });

  test.each([
    ['text/plain', 'Words.', 'plain'],
    ['text/markdown', '# Words', 'markdown'],
    ['application/xhtml+xml', '<html/>', 'html'],
    ['text/plain', PAGE, 'html'],
    ['', PAGE, 'html'],
    ['application/octet-stream', PAGE, 'html'],
  ])('of type %s', async (type, body, kind) => {
    const url = await serve(page(body, type === '' ? {} : { 'content-type': type }));
    expect((await fetchPage(url)).kind).toBe(kind);
  });
});

describe('a redirect', () => {
  test('is followed and told', async () => {
    const url = await serve(redirects({ '/a': '/b?c', '/b?c': 'd' }));
    expect(await fetchPage(`${url}a`)).toMatchObject({
      address: `${url}d`,
      redirects: [`${url}b?c`, `${url}d`],
      text: PAGE,
    });
  });

  test('in a circle, or without end', async () => {
    const url = await serve(redirects({ '/a': '/b', '/b': '/a' }));
    expect(await refusal(`${url}a`)).toBe('http://HOST/a: more than 10 redirects, the last to http://HOST/b');
  });

  test.each([
    ['file:///etc/passwd', 'only http and https are fetched'],
    ['data:text/html,x', 'only http and https are fetched'],
    ['javascript:alert(1)', 'only http and https are fetched'],
    ['http://user:secret@example.org/', "the address holds a user's name"],
    ['http://[', 'that is no address'],
  ])('to %s', async (location, why) => {
    const url = await serve(redirects({ '/a': location }));
    const said = await refusal(`${url}a`);
    expect(said).toContain(why);
    expect(said).toContain('http://HOST/a redirects to ');
    expect(said).not.toContain('secret');
  });

  test.each([
    'http://127.0.0.2/',
    'http://2130706434/',
    'http://0x7f.2/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/',
    'http://[::ffff:127.0.0.2]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://inside.example/',
    'http://inside-six.example/',
  ])('into this machine or its network is refused: %s', async (location) => {
    const url = await serve(redirects({ '/a': location }));
    const reach = publicly({
      'news.example': '127.0.0.1',
      'inside.example': '127.0.0.2',
      'inside-six.example': '::ffff:10.0.0.1',
    });
    expect(await refusal(url.replace('127.0.0.1', 'news.example').concat('a'), reach)).toMatch(
      /a redirect into this computer or its own network is not followed/,
    );
  });

  test('to a name that turns into a local address meanwhile is refused', async () => {
    const url = await serve(redirects({ '/a': '/b' }));
    const reach = publicly({ 'news.example': ['127.0.0.1', '127.0.0.2'] });
    expect(await refusal(url.replace('127.0.0.1', 'news.example').concat('a'), reach)).toContain(
      'a redirect into this',
    );
  });

  test('to another server is followed', async () => {
    const other = (await serve(page(PAGE))).replace('127.0.0.1', 'other.example');
    const url = (await serve(redirects({ '/a': other }))).replace('127.0.0.1', 'news.example');
    const reach = publicly({ 'news.example': '127.0.0.1', 'other.example': '127.0.0.1' });
    expect(await fetchPage(`${url}a`, reach)).toMatchObject({ address: other, redirects: [other] });
  });

  test('within the network of an address that was typed is followed', async () => {
    const other = await serve(page(PAGE));
    const url = await serve(redirects({ '/a': other.replace('127.0.0.1', 'localhost') }));
    expect((await fetchPage(`${url}a`)).text).toBe(PAGE);
  });
});

describe('no page', () => {
  test.each([
    [404, '404 Not Found, no page'],
    [410, '410 Gone, no page'],
    [500, '500 Internal Server Error, no page'],
    [403, '403 Forbidden, no page'],
    [299, '299, no page'],
    [304, '304, no page'],
    [302, '302, no page'],
  ])('with status %i', async (status, why) => {
    const url = await serve((_, response) => {
      response.writeHead(status, 'Spoofed reason', { 'content-type': 'text/html' }).end('<p>No');
    });
    expect(await refusal(url)).toBe(`http://HOST/: ${why}`);
  });

  test.each([
    ['a PDF', 'application/pdf', '%PDF-1.7', 'of type application/pdf'],
    ['a PDF in disguise', 'text/html', '%PDF-1.7 ...', 'a PDF'],
    ['a PDF with something before it', 'text/html', '\n\n%PDF-1.4', 'a PDF'],
    ['a Word document', 'text/html', 'PK\u0003\u0004', 'a ZIP archive or an office document'],
    ['a picture', 'image/png', 'x', 'of type image/png'],
    ['JSON', 'application/json', '{}', 'of type application/json'],
    ['a picture in disguise', 'text/html', 'GIF89a', 'a picture'],
    ['bytes', 'text/html', 'a\0b', 'no text'],
  ])('but %s', async (_, type, body, what) => {
    const url = await serve(page(Buffer.from(body, 'latin1'), { 'content-type': type }));
    expect(await refusal(url)).toBe(`http://HOST/ is ${what}, no page`);
  });

  test('but nothing', async () => {
    expect(await refusal(await serve(page('')))).toBe('http://HOST/: the page is empty');
  });

  test('a server that hangs, before its answer or within it', async () => {
    const silent = await serve(() => undefined);
    expect(await refusal(silent, { time: 100 })).toBe('http://HOST/: no whole page came within 0.1 seconds');
    const halting = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
    });
    expect(await refusal(halting, { time: 100 })).toBe('http://HOST/: no whole page came within 0.1 seconds');
  });

  test('a server that is slow in all, redirects counted', async () => {
    const url = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 40);
    });
    expect(await refusal(url, { time: 150, redirects: 1000 })).toContain('no whole page came within 0.15 seconds');
  });

  test('a server that sends without end', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = () => {
        while (response.write('x'.repeat(65536)));
        response.once('drain', more);
      };
      more();
    });
    expect(await refusal(url)).toBe("http://HOST/: larger than 10 MB, which no article's page is");
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateRawSync],
  ] as const)('a bomb: %s', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(11 * 2 ** 20, 'x'));
    expect(bomb.length).toBeLessThan(20_000);
    const url = await serve(page(bomb, { 'content-type': 'text/html', 'content-encoding': encoding }));
    expect(await refusal(url)).toContain('larger than 10 MB');
  });

  test('what is damaged or compressed otherwise', async () => {
    const damaged = gzipSync(PAGE).subarray(0, 30);
    const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip' };
    expect(await refusal(await serve(page(damaged, headers)))).toContain('what came is damaged (gzip)');
    expect(await refusal(await serve(page(PAGE, { ...headers, 'content-encoding': 'zstd' })))).toContain(
      'compressed as zstd, which was not asked for',
    );
  });

  test('what breaks off', async () => {
    const url = await serveRaw('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\n<p>Half');
    expect(await refusal(url)).toBe('http://HOST/: the server broke off');
  });

  test('what is no web server', async () => {
    expect(await refusal(await serveRaw('220 mail ready\r\n'))).toContain('does not answer as a web server does');
    const long = `HTTP/1.1 200 OK\r\n${`x: ${'y'.repeat(1000)}\r\n`.repeat(100)}\r\n`;
    expect(await refusal(await serveRaw(long))).toContain('too much before the page');
  });

  test('no server, no name', async () => {
    const url = await serve(page(PAGE));
    const port = new URL(url).port;
    expect(await refusal(`http://127.0.0.2:${port}/`)).toContain('the server takes no connection');
    expect(await refusal('http://nowhere.example/', publicly({}))).toBe(
      'http://nowhere.example/: there is no server named nowhere.example',
    );
  });

  test.each(['ftp://example.org/', 'http://user:secret@example.org/', 'http://:1:2/'])(
    'an address that is not fetched: %s',
    async (url) => {
      expect(await refusal(url)).not.toContain('secret');
    },
  );
});

test.each([
  ['127.0.0.1', true],
  ['10.255.0.1', true],
  ['100.64.0.1', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['0.0.0.0', true],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
  ['93.184.215.14', false],
  ['8.8.8.8', false],
  ['::', true],
  ['::1', true],
  ['[::1]', true],
  ['fe80::1%eth0', true],
  ['fec0::1', true],
  ['fd12::1', true],
  ['ff02::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:a00:1', true],
  ['::ffff:8.8.8.8', false],
  ['::127.0.0.1', true],
  ['64:ff9b::7f00:1', true],
  ['64:ff9b::808:808', false],
  ['2002:c0a8:101::1', true],
  ['2002:808:808::1', false],
  ['2606:2800:220:1:248:1893:25c8:1946', false],
  ['', true],
  ['example.org', true],
])('whether %s is local: %s', (address, isLocal) => {
  expect(isLocalAddress(address)).toBe(isLocal);
});
