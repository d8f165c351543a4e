import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the bench measures on, made from a seed: but for its dates, the same bytes every time. */

const WORDS =
  `trade output harbour budget ferry loan talks minister price export grain road bridge school wage gas pipeline
transit refinery tariff quarter vote council court border fleet power plant harvest union bank credit rail port cargo
steel fund tax reform winter supply contract`.split(/\s+/);
const ENDS = 'falls rises reopens ends starts doubles halves stays moves grows shrinks resumes closes'.split(' ');
const NAMES = 'Anna Bruno Clara David Elena Farid Greta Hugo Irena Jonas'.split(' ');
const FAMILIES = 'Ahlgren Botha Castellano Dvorak Eriksen Fontaine Gruber Hashimoto'.split(' ');
const STATUSES = ['confirmed', 'pending', 'refuted'];
const NOW = Date.now();
/** Recent enough that nothing is stale: `check` is to have no more to say here than of a ledger that is kept. */
const day = (before) => new Date(NOW - before * 86_400_000).toISOString().slice(0, 10);
const CLAIMS_PER_EVENT = 5;

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A ledger of so many claims, about 370 bytes each, with an event for every five of them. */
export function ledger(claims, seed = 1) {
  const number = numbers(seed);
  const below = (most) => Math.floor(number() * most);
  const one = (list) => list[below(list.length)];
  const words = (count) => Array.from({ length: count }, () => one(WORDS)).join(' ');
  const events = Math.max(1, Math.floor(claims / CLAIMS_PER_EVENT));
  const lines = [
    'factledger: 1\n\narticle:\n  title: What is to come',
    '  author: Jane Example',
    `  published: ${day(300)}\n  language: en\n\nclaims:`,
  ];
  for (let at = 0; at < claims; at++) {
    const text = `Number ${at} of ${words(10)} ${one(ENDS)} within the year.`;
    lines.push(`  - id: ${one(WORDS)}-${one(WORDS)}-${at}`);
    lines.push(`    text: ${number() < 0.3 ? `"${text.slice(0, -1)}: so it is said."` : text}`);
    lines.push(`    speaker: ${one(NAMES)} ${one(FAMILIES)}`);
    if (number() < 0.3) lines.push(`    said: ${day(290 - below(50))}`);
    if (number() < 0.3) lines.push(`    kind: ${one(['fact', 'promise', 'prediction'])}`);
    if (number() < 0.6) lines.push(`    tags: [${one(WORDS)}, ${one(WORDS)}]`);
    // The event that it is the first to rest on is every fifth claim's own, so that none is left unused.
    const event = at % CLAIMS_PER_EVENT === 0 ? Math.floor(at / CLAIMS_PER_EVENT) : below(events);
    if (at % CLAIMS_PER_EVENT !== 0 && number() < 0.4) continue;
    lines.push('    verdicts:', `      - date: ${day(100 - below(50))}`, `        status: ${one(STATUSES)}`);
    lines.push(`        evidence: [event-${Math.min(event, events - 1)}]`);
    if (number() < 0.3) lines.push(`        note: >-\n          ${words(9)}, as was said at\n          ${words(8)}.`);
  }
  lines.push('\nevents:');
  for (let at = 0; at < events; at++) {
    lines.push(
      `  - id: event-${at}`,
      `    date: ${day(200 - below(50))}`,
      `    title: ${words(9)} ${one(ENDS)}.`,
      '    sources:',
    );
    lines.push(`      - publisher: ${one(NAMES)} Gazette`, `        url: https://example.org/${one(WORDS)}/${at}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Writes an archive of ledgers into a folder, a hundred to a folder within. */
export function writeArchive(folder, ledgers, claimsEach) {
  for (let at = 0; at < ledgers; at++) {
    const path = join(folder, `${String(Math.floor(at / 100)).padStart(3, '0')}`, `article-${at}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, ledger(claimsEach, at + 1));
  }
}

/** A journal of so many transactions in the format of hledger and ledger. */
export function journal(transactions, seed = 1) {
  const number = numbers(seed);
  const below = (most) => Math.floor(number() * most);
  const accounts = ['Food', 'Rent', 'Travel:Air', 'Travel:Rail', 'Books', 'Phone'];
  const entries = [];
  for (let at = 0; at < transactions; at++) {
    const date = new Date(Date.UTC(2015, 0, 1 + Math.floor((at * 3650) / transactions))).toISOString().slice(0, 10);
    const amount = `$${(1 + below(99_999)) / 100}`;
    entries.push(`${date} ${WORDS[below(WORDS.length)]} number ${at}`);
    entries.push(`    Expenses:${accounts[below(accounts.length)]}    ${amount}`, '    Assets:Cash\n');
  }
  return `${entries.join('\n')}\n`;
}

/** Tasks as Taskwarrior imports them. */
export function tasks(count, seed = 1) {
  const number = numbers(seed);
  const word = () => WORDS[Math.floor(number() * WORDS.length)];
  return Array.from({ length: count }, (_, at) => ({
    description: `Number ${at} of ${word()} ${word()} ${word()}`,
    status: number() < 0.4 ? 'pending' : 'completed',
    entry: '20200105T120000Z',
    project: word(),
  }));
}
