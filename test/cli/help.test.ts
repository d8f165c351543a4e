import { expect, test } from 'vitest';
import { verbs } from '../../src/cli/verbs.ts';
import { sandbox } from '../sandbox.ts';

const ALL = [...verbs.map(({ name }) => name), 'help'];

/** The verbs that a text of help lists. */
const listed = (help: string) => ALL.filter((name) => new RegExp(`^  ${name} .*  \\S`, 'm').test(help));

test.each([
  '--help',
  '-h',
  '--help list',
  '-q --help list',
  '-h mark --bogus',
  'help',
  'help --help',
  'help -h',
  'help help',
])('the help lists every verb: factledger %s', async (line) => {
  const { code, out, err } = await sandbox().run(line.split(' '));
  expect({ code, err, verbs: listed(out) }).toEqual({ code: 0, err: '', verbs: ALL });
  expect(out).toContain('Exit codes:');
});

test.each([[['-f', 'list']], [['-q']], [['--']]])(
  'with options and no verb, it says which there are: %j',
  async (argv) => {
    const { code, out, err } = await sandbox().run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('factledger: which verb?');
    for (const { name } of verbs) expect(err).toMatch(new RegExp(`\\b${name}\\b`));
  },
);
