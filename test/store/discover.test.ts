import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandbox } from '../sandbox.ts';

const ledger = (id: string) => `factledger: 1\narticle: {title: T}\nclaims: [{id: ${id}, text: T.}]\n`;
const ids = ['list', '--format', 'ids'];

test('the first way that applies: -f, the variable, the configuration, ledger.yaml', async () => {
  const box = sandbox(ledger('plain'));
  expect((await box.run(ids, { cwd: '' })).out).toBe('plain\n');
  box.write('deep/down/x', '');
  expect((await box.run(ids, { cwd: 'deep/down' })).out).toBe('plain\n');
  box.write('.factledger.yaml', 'ledgers: ["news/**/*.yaml"]\n');
  expect((await box.run(ids)).err).toContain('"ledgers" matches no ledger: news/**/*.yaml');
  box.write('news/2024/a.yaml', ledger('globbed'));
  box.write('news/2024/other.yaml', 'no: ledger\n');
  expect((await box.run(ids, { cwd: 'deep' })).out).toBe('globbed\n');
  box.write('b.yaml', ledger('variable'));
  box.write('c.yaml', ledger('second'));
  expect((await box.run(ids, { env: { FACTLEDGER_FILE: 'b.yaml:c.yaml' } })).out).toBe('b/variable\nc/second\n');
  expect((await box.run(ids, { env: { FACTLEDGER_FILE: '' } })).out).toBe('globbed\n');
  expect((await box.run([...ids, '-f', 'c.yaml'], { env: { FACTLEDGER_FILE: 'b.yaml' } })).out).toBe('second\n');
});

test('a folder is searched, without what is hidden, each file once', async () => {
  const box = sandbox();
  box.write('all/a.yaml', ledger('a'));
  box.write('all/in/b.yml', `# a comment first\n"factledger" : 1\narticle: {title: T}\nclaims: [{id: b, text: T.}]\n`);
  box.write('all/in/json.yaml', '{"article": {"title": "T"}, "factledger": 1, "claims": [{"id": "c", "text": "T."}]}');
  box.write('all/.hidden/d.yaml', ledger('d'));
  box.write('all/.e.yaml', ledger('e'));
  box.write('all/notes.yaml', 'x:\n  factledger: 1\n');
  symlinkSync(join(box.folder, 'all'), join(box.folder, 'all/in/loop'));
  symlinkSync(join(box.folder, 'all/a.yaml'), join(box.folder, 'all/z.yaml'));
  expect((await box.run([...ids, '-f', 'all'])).out).toBe('a/a\nb/b\njson/c\n');
});

test('names that are no UTF-8 are passed over', async ({ skip }) => {
  skip(process.platform !== 'linux', 'only Linux has such names');
  const box = sandbox();
  box.write('all/a.yaml', ledger('a'));
  const latin = (name: string) => Buffer.concat([Buffer.from(join(box.folder, 'all/')), Buffer.from(name, 'latin1')]);
  writeFileSync(latin('caf\u00e9.yaml'), 'no ledger');
  mkdirSync(latin('d\u00e9'));
  expect(await box.run([...ids, '-f', 'all'])).toEqual({ code: 0, out: 'a\n', err: '' });
});

test.each([
  ['ledgers: news/*.yaml\n', '.factledger.yaml:1:10: expected a list of texts'],
  ['ledger: [a]\n', '.factledger.yaml:1:1: unknown key "ledger" in a configuration; did you mean "ledgers"?'],
  ['ledgers: [gone.yaml]\n', '.factledger.yaml: gone.yaml: no such file or folder'],
])('a configuration of %j is answered', async (config, message) => {
  const box = sandbox(ledger('plain'));
  box.write('.factledger.yaml', config);
  const { code, err } = await box.run(ids);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('"!" takes out of folders and files, whichever way they were let in', async () => {
  const box = sandbox();
  for (const name of ['l/a', 'l/b', 'l/in/c', 'm/d', 'e']) box.write(`${name}.yaml`, ledger(name.replaceAll('/', '-')));
  const found = async (...globs: string[]) => {
    box.write('.factledger.yaml', `ledgers: ${JSON.stringify(globs)}\n`);
    return (await box.run(ids)).out.replace(/^.*\//gm, '').split('\n').slice(0, -1);
  };
  expect(await found('**/*.yaml')).toEqual(['e', 'l-a', 'l-b', 'l-in-c', 'm-d']);
  expect(await found('**/*.yaml', '!l/b.yaml', '!**/in')).toEqual(['e', 'l-a', 'm-d']);
  expect(await found('l', 'e.yaml', '!l/b.yaml', '!e.*')).toEqual(['l-a', 'l-in-c']);
  expect(await found('l/{a,b}.yaml', '?/[!a]*.yaml', '!l')).toEqual(['m-d']);
});

test('all that is wrong with a configuration is told at once by check, and of its ledgers alone by the others', async () => {
  const box = sandbox(ledger('a'));
  box.write('.factledger.yaml', 'checks: {no-rule: off, overdue: loud}\nledgrs: [a]\n');
  const { code, err } = await box.run(['check']);
  expect(code).toBe(2);
  expect(
    err
      .split('\n')
      .filter((line) => line.includes('.yaml:'))
      .map((line) => line.replace(/(:\d+:\d+).*/, '$1')),
  ).toEqual([expect.stringContaining('.factledger.yaml:1:10'), '.factledger.yaml:1:33', '.factledger.yaml:2:1']);
  box.write('.factledger.yaml', 'checks: {no-rule: off}\nledgers: [ledger.yaml]\n');
  expect((await box.run(ids)).out).toBe('a\n');
});

test('only the ledgers that a command needs are read', async () => {
  const box = sandbox();
  box.write('all/good.yaml', ledger('a'));
  box.write('all/bad.yaml', 'factledger: 1\n');
  expect((await box.run(['show', 'good/a', '-f', 'all'])).code).toBe(0);
  expect((await box.run(['show', 'a', '-f', 'all'])).code).toBe(2);
  expect((await box.run(['add', 'New.', '--ledger', 'good', '-f', 'all'])).code).toBe(0);
});

test('a read that takes long tells how far it is, in a terminal only', async () => {
  const box = sandbox(`${ledger('a')}x-filler: ${'z'.repeat(12_000_000)}\n`);
  expect((await box.run(ids)).err).toBe('');
  expect((await box.run(ids, { terminal: {} })).err).toContain('reading ledger.yaml');
  expect((await box.run([...ids, '-q'], { terminal: {} })).err).toBe('');
});
