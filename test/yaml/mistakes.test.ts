import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultLines } from '../../src/text/fault-lines.ts';
import { readLedger } from '../../src/yaml/read-ledger.ts';
import { ROOT } from '../sandbox.ts';

const PATH = join(ROOT, 'test/yaml/mistakes.md');
const HEAD = 'factledger: 1\narticle:\n  title: T\n';

/** Terms of a grammar, which mean nothing to those who write ledgers. */
const INNER =
  /\b(?:alias|anchor|node|scalar|token|flow|collection|indicator|implicit|block|stream|directive indicator)\b/i;

const page = readFileSync(PATH, 'utf8');
const cases = Array.from(
  page.matchAll(/^## (.*)\n\n```yaml\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```$/gm),
  ([, title = '', text = '', said = '']) => ({ title, text, said }),
);

async function saidOf(text: string): Promise<string> {
  const whole = text.startsWith('factledger') || text.startsWith('<') ? text : HEAD + text;
  // A tab, and other blanks that a page does not show.
  const typed = whole.replaceAll('→', '\t').replaceAll('␣', '\u00a0');
  const { faults } = await readLedger(typed);
  return faultLines('ledger.yaml', typed, faults).join('\n');
}

describe('mistakes that people make in YAML', () => {
  test('there are many of them', () => expect(cases.length).toBeGreaterThan(60));

  test.each(cases)('$title', async ({ title, text, said }) => {
    const now = `${await saidOf(text)}\n`;
    if (process.env.UPDATE_PAGES === '1') {
      const other = (block: string) => `## ${title}\n\n\`\`\`yaml\n${text}\`\`\`\n\n\`\`\`text\n${block}\`\`\``;
      writeFileSync(
        PATH,
        readFileSync(PATH, 'utf8').replace(other(said), () => other(now)),
      );
      return;
    }
    expect(now).toBe(said);
    expect(now).not.toMatch(INNER);
  });

  test.each(cases)('$title: as it should be written, it reads', async ({ text, said }) => {
    const whole = text.startsWith('factledger') ? text : HEAD + text;
    const lines = whole.replaceAll('→', '\t').replaceAll('␣', '\u00a0').split('\n');
    const mended = Array.from(said.matchAll(/:(\d+):\d+: (.*); write: (.*)$/gm));
    // Where a line's place is wrong, or more is than can be mended, it takes more than that line.
    if (mended.length === 0 || /indented|further in|as indentation|no plain space|cannot read/.test(said)) return;
    for (const [, line = '', , written = ''] of mended) {
      const old = lines[Number(line) - 1] ?? '';
      lines[Number(line) - 1] = (/^\s*/.exec(old)?.[0] ?? '') + written;
    }
    const { faults } = await readLedger(lines.join('\n'));
    expect(faults.filter(({ rule }) => rule === 'syntax')).toEqual([]);
  });
});
