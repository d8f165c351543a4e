import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sandbox } from '../sandbox.ts';

const PAGE = `<!doctype html><html lang="en"><title>Quay reopens | Tide</title><meta property="og:site_name" content="Tide">
<meta name="author" content="By Ann Lee and Bo Kim"><meta property="article:published_time" content="2024-01-09T23:30:00-05:00">
<link rel="canonical" href="https://tide.example/quay"><h1>Quay reopens</h1><p>The quay reopens on Monday. It cost 3 million.</p>`;

const LEDGER = `factledger: 1

article:
  title: Quay reopens
  author: [Ann Lee, Bo Kim]
  publisher: Tide
  published: 2024-01-09
  url: https://tide.example/quay
  language: en
  text: page.html

claims:

events:
`;

/** A server on loopback that goes when the test ends; its address, with a slash at the end. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const html =
  (body: string | Uint8Array = PAGE, type = 'text/html'): RequestListener =>
  (_, response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };

describe('init --article with a file', () => {
  test('takes what the page says, tells where, and names the file', async () => {
    const box = sandbox();
    box.write('page.html', PAGE);
    expect(await box.run(['init', '--article', 'page.html'])).toEqual({
      code: 0,
      out: 'ledger.yaml\n',
      err: `title: Quay reopens (<h1>)
author: Ann Lee, Bo Kim (meta author)
publisher: Tide (og:site_name)
published: 2024-01-09 (meta article:published_time)
url: https://tide.example/quay (canonical link)
language: en (<html lang>)
text: page.html
Next: factledger annotate
`,
    });
    expect(box.read('ledger.yaml')).toBe(LEDGER);
    const { out } = await box.run(['coverage', '--json']);
    expect(JSON.parse(out).total).toBe(2);
    expect((await box.run(['check'])).code).toBe(0);
  });

  test('what is given as an option is taken as given', async () => {
    const box = sandbox();
    box.write('page.html', PAGE);
    const { err } = await box.run([
      'init',
      '--article',
      'page.html',
      '--title',
      'Mine',
      '--author',
      'Me',
      '--language',
      'de',
    ]);
    expect(err).not.toMatch(/^(?:title|author|language):/m);
    expect(box.read('ledger.yaml')).toContain('title: Mine\n  author: Me\n  publisher: Tide\n');
  });

  test('what is not found is told; without a title nothing is written', async () => {
    const box = sandbox();
    box.write('page.html', '<p>Words.</p>');
    expect(await box.run(['init', '--article', 'page.html', '--title', 'T'])).toMatchObject({
      code: 0,
      err: expect.stringContaining('not found: author, publisher, published, url, language\n'),
    });
    expect(await box.run(['init', 'b.yaml', '--article', 'page.html'])).toEqual({
      code: 2,
      out: '',
      err: 'factledger: no title was found in page.html\nWrite: factledger init --article page.html --title "The article\'s title"\n',
    });
    expect(existsSync(join(box.folder, 'b.yaml'))).toBe(false);
  });

  test('as JSON', async () => {
    const box = sandbox();
    box.write('page.html', PAGE);
    const { out } = await box.run(['init', '--article', 'page.html', '--publisher', 'Mine', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      file: 'ledger.yaml',
      article: { title: 'Quay reopens', author: ['Ann Lee', 'Bo Kim'], publisher: 'Mine', text: 'page.html' },
      from: { title: '<h1>', author: 'meta author', publisher: null, language: '<html lang>' },
      redirects: [],
    });
  });

  test('relative to the ledger, in the work tree', async () => {
    const box = sandbox();
    mkdirSync(join(box.folder, '.git'));
    mkdirSync(join(box.folder, 'ledgers'));
    box.write('texts/page.md', '---\nauthor: Ann Lee\n---\n# Quay reopens\n\nIt does.\n');
    await box.run(['init', 'ledgers/quay.yaml', '--article', 'texts/page.md']);
    expect(box.read('ledgers/quay.yaml')).toContain('author: Ann Lee\n  text: ../texts/page.md\n');
    expect((await box.run(['-f', 'ledgers/quay.yaml', 'coverage'])).out).toContain('1.1 ? It does.');
  });

  test.each(['outside', 'behind a link'])('that is %s of the work tree gives what it says only', async (how) => {
    const box = sandbox();
    box.write('out/page.html', PAGE);
    mkdirSync(join(box.folder, 'in'));
    const given = how === 'outside' ? '../out/page.html' : 'page.html';
    if (how !== 'outside') symlinkSync('../out/page.html', join(box.folder, 'in/page.html'));
    const { err, code } = await box.run(['init', '--article', given], { cwd: 'in' });
    expect(code).toBe(0);
    expect(err).toContain(
      `text: ${given} is outside of what the ledger belongs to, and is not named in it; --keep FILE keeps it\n`,
    );
    expect(box.read('in/ledger.yaml')).not.toContain('text:');
    const kept = await box.run(['init', 'b.yaml', '--article', given, '--keep', 'kept.html'], { cwd: 'in' });
    expect(kept.code).toBe(0);
    expect(box.read('in/b.yaml')).toContain('text: kept.html\n');
    expect(box.read('in/kept.html')).toBe(PAGE);
  });

  test('in another encoding', async () => {
    const box = sandbox();
    box.write(
      'page.html',
      Buffer.from('<meta charset=iso-8859-1><h1>Caf\xe9 reopens</h1><p>The caf\xe9 reopens.', 'latin1'),
    );
    await box.run(['init', '--article', 'page.html']);
    expect(box.read('ledger.yaml')).toContain('title: Café reopens\n');
    expect((await box.run(['coverage'])).out).toContain('The café reopens.');
  });

  test.each([
    ['none.html', 'none.html: no such file or folder'],
    ['tide.example/quay', 'If it is an address, write https://tide.example/quay'],
    ['.', 'a folder, where a file is due'],
    ['page.pdf', '.pdf files are not read'],
    ['page.txt', 'page.txt holds HTML, and its name says otherwise\nLet its name end in .html.'],
    ['ftp://tide.example/quay', 'only http and https are fetched'],
    ['file:///etc/passwd', 'only http and https are fetched'],
    ['deep.html', 'deep.html: nested too deeply to be read'],
    ['bytes.html', 'is not UTF-8'],
  ])('%s is refused', async (given, why) => {
    const box = sandbox();
    box.write('page.pdf', '%PDF-1.4');
    box.write('page.txt', PAGE);
    box.write('deep.html', '<div>'.repeat(50_000));
    box.write('bytes.html', Buffer.from([0x3c, 0xff]));
    const { code, err } = await box.run(['init', '--article', given]);
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
    expect(existsSync(join(box.folder, 'ledger.yaml'))).toBe(false);
  });
});

describe('init --article with an address', () => {
  test('without --keep takes what the page says only', async () => {
    const url = await serve(html());
    const box = sandbox();
    const { code, err } = await box.run(['init', '--article', url]);
    expect([code, err]).toEqual([0, expect.stringContaining('text: not kept, without --keep FILE\n')]);
    expect(readdirSync(box.folder)).toEqual(['ledger.yaml']);
    expect(box.read('ledger.yaml')).toBe(LEDGER.replace('  text: page.html\n', ''));
  });

  test('--keep keeps the page, byte for byte, beside the ledger', async () => {
    const url = await serve(html());
    const box = sandbox();
    mkdirSync(join(box.folder, 'ledgers'));
    await box.run(['init', 'ledgers/quay.yaml', '--article', url, '--keep', 'page.html']);
    expect(readFileSync(join(box.folder, 'ledgers/page.html'), 'utf8')).toBe(PAGE);
    expect(box.read('ledgers/quay.yaml')).toBe(LEDGER);
    const undone = await box.run(['-f', 'ledgers/quay.yaml', 'undo']);
    expect(undone).toMatchObject({ code: 0, out: expect.stringContaining('which is removed') });
    expect(readdirSync(join(box.folder, 'ledgers'))).toEqual(['page.html']);
  });

  test('a page whose encoding only its server knows is kept in UTF-8', async () => {
    const url = await serve(
      html(Buffer.from('<h1>Caf\xe9 reopens</h1><p>The caf\xe9 reopens.', 'latin1'), 'text/html; charset=latin1'),
    );
    const box = sandbox();
    await box.run(['init', '--article', url, '--keep', 'page.html']);
    expect(box.read('page.html')).toBe('\uFEFF<h1>Café reopens</h1><p>The café reopens.');
    expect((await box.run(['coverage'])).out).toContain('The café reopens.');
  });

  test('redirects are told', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else html('<h1>Quay reopens</h1>')(request, response);
    });
    const box = sandbox();
    const { err } = await box.run(['init', '--article', `${url}old`]);
    expect(err).toContain(`redirected to ${url}new\n`);
    expect(box.read('ledger.yaml')).toContain(`url: ${url}new\n`);
  });

  test.each([
    ['a file that is there', 'there.html', 'there.html exists already'],
    ['a folder that is not', 'no/page.html', 'there is no such folder'],
    ['a file outside', '../page.html', 'is outside of what the ledger belongs to'],
    ['a name of another kind', 'page.txt', 'the page is HTML, and the name of page.txt says otherwise'],
  ])('--keep refuses %s', async (_, keep, why) => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked++;
      html()(request, response);
    });
    const box = sandbox();
    box.write('in/there.html', 'mine');
    const { code, err } = await box.run(['init', '--article', url, '--keep', keep], { cwd: 'in' });
    expect([code, err]).toEqual([2, expect.stringContaining(why)]);
    expect(readdirSync(join(box.folder, 'in'))).toEqual(['there.html']);
    expect(asked).toBe(keep === 'page.txt' ? 1 : 0);
  });

  test('where the ledger is there already, nothing is fetched', async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked++;
      html()(request, response);
    });
    const box = sandbox(LEDGER);
    expect(await box.run(['init', '--article', url])).toMatchObject({
      code: 2,
      err: expect.stringContaining('exists already'),
    });
    expect(asked).toBe(0);
  });

  test('--dry-run writes nothing', async () => {
    const url = await serve(html());
    const box = sandbox();
    const { out, code } = await box.run(['init', '--article', url, '--keep', 'page.html', '--dry-run']);
    expect([code, out]).toEqual([0, expect.stringContaining('+  text: page.html\n')]);
    expect(readdirSync(box.folder)).toEqual([]);
  });

  test('what cannot be had is told, and nothing is written', async () => {
    const url = await serve((_, response) => {
      response.writeHead(404).end();
    });
    const box = sandbox();
    expect(await box.run(['init', '--article', `${url}gone`, '--title', 'T', '--keep', 'page.html'])).toEqual({
      code: 2,
      out: '',
      err: `factledger: ${url}gone: 404 Not Found, no page\nOpen it in a browser, save it, and give the file.\n`,
    });
    expect(readdirSync(box.folder)).toEqual([]);
  });

  test('what a server says cannot drive the terminal', async () => {
    const url = await serve(
      html('<h1>Bell\u0007 \u001b[31mred</h1><link rel=canonical href="https://a.example/\u202ex">'),
    );
    const box = sandbox();
    const { err, out } = await box.run(['init', '--article', url]);
    expect(err + out + box.read('ledger.yaml')).not.toMatch(/[\u0007\u001b\u202e]/);
  });
});

test('another ledger in use with the same address is told', async () => {
  const box = sandbox(LEDGER);
  box.write('page.html', PAGE);
  const { err, code } = await box.run(['init', 'b.yaml', '--article', 'page.html']);
  expect([code, err]).toEqual([
    0,
    expect.stringContaining('warning: ledger.yaml is of the same article, by its address\n'),
  ]);
  const typed = await box.run(['init', 'c.yaml', '--title', 'T', '--url', 'https://tide.example/quay']);
  expect(typed.err).toContain('warning: ledger.yaml is of the same article, by its address\n');
  box.write('ledger.yaml', 'factledger: [');
  expect((await box.run(['init', 'd.yaml', '--article', 'page.html'])).code).toBe(0);
});

test.each([
  '- a: b #c',
  '"Never", he said: no',
  "'Twas #1",
  '[sic] {x}',
  '> 5 percent | more',
  '2024-01-09',
  'no',
  '*alias &anchor !tag',
  '% @ `x`',
  '--- a',
  '= b',
  'a\\n b\\',
])('any title is written so that it reads the same: %s', async (title) => {
  const box = sandbox();
  box.write('page.html', `<h1>${title}</h1><meta name=author content="Ann: Lee #2, 'x'"><p>Words.`);
  expect(await box.run(['init', '--article', 'page.html'])).toMatchObject({ code: 0 });
  const { out } = await box.run(['show', 'ledger:ledger', '--json']);
  expect(JSON.parse(out)[0].article).toMatchObject({ title, author: ["Ann: Lee #2, 'x'"] });
});

test('--keep needs --article', async () => {
  expect(await sandbox().run(['init', '--title', 'T', '--keep', 'page.html'])).toMatchObject({
    code: 2,
    err: 'factledger: --keep needs --article\nIt keeps what --article names.\n',
  });
});

test('an article of a ledger or of coverage is never fetched', async () => {
  let asked = 0;
  const url = await serve((request, response) => {
    asked++;
    html()(request, response);
  });
  const box = sandbox(LEDGER.replace('page.html', url));
  for (const argv of [['coverage'], ['check'], ['coverage', '--article', url], ['show', 'ledger:ledger']])
    await box.run(argv);
  expect(asked).toBe(0);
});
