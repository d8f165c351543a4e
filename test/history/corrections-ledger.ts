import { compared } from './compared.ts';

export const LEDGER = `factledger: 1
article: { title: Harbour to reopen, author: A. Writer, published: 2024-01-09 }
claims:
  - id: reopens
    text: The harbour will reopen by 31 March.
    verdicts:
      - { date: 2024-03-12, status: pending, evidence: [late] }
      - { date: 2024-03-25, status: confirmed, evidence: [ferry], by: kl, note: Seen., label: Mostly true }
    formerly: [opens]
  - id: sails
    text: Two ferries do not sail each day.
    verdicts:
      - { date: 2024-02-01, status: refuted, evidence: [late, ferry] }
      - { date: 2024-03-01, status: confirmed, evidence: [ferry], withdrawn: { date: 2024-03-20, reason: Wrong claim., by: kl } }
  - id: both
    text: The ferry is new and red.
    verdicts:
      - { date: 2024-02-01, status: confirmed, evidence: [ferry] }
    withdrawn: { date: 2024-03-01, reason: Split., instead: [new] }
  - id: new
    text: The ferry is new.
    verdicts:
      - { date: 2024-03-05, status: confirmed, evidence: [ferry] }
    added: 2024-03-01
  - id: red
    text: The ferry is red.
    added: 2024-03-01
  - id: open
    text: Anna Example came.
events:
  - id: late
    date: 2024-01-12
    title: The dredger is two weeks late.
    sources:
      - { url: https://example.org/dredger, title: Dredging, formerly: [https://example.org/old] }
      - { url: https://example.org/mud, title: Mud }
  - id: ferry
    date: 2024-01-30
    title: The first ferry docks.
    sources: [{ url: https://example.org/ferry }]
    formerly: [boat]
  - { id: spare, date: 2024-01-30, title: A spare ferry docks. }
`;

/** The revision's day, a week before today. */
export const DAY = '2024-04-02';
export const TODAY = '2024-04-09';

export type Edit = readonly [from: string, to: string];

export function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((so, [from, to]) => {
    if (!so.includes(from)) throw new Error(`no ${JSON.stringify(from)}`);
    return so.replace(from, to);
  }, text);
}

/** What is found, as `rule id`, each once. */
export async function found(
  now: Readonly<Record<string, string>>,
  then: Readonly<Record<string, string>> = { a: LEDGER },
) {
  const problems = await compared([{ day: DAY, texts: then }], now, TODAY);
  return [...new Set(problems.map(({ rule, claim, event }) => `${rule.id} ${claim?.id ?? event?.id ?? '-'}`))].sort();
}

export const item = (id: string): string => new RegExp(`^  - id: ${id}\\n(?:    .*\\n)+`, 'm').exec(LEDGER)?.[0] ?? '';
export const without = (id: string): Edit => [item(id), ''];
export const CONFIRMED = 'status: confirmed, evidence: [ferry], by: kl, note: Seen., label: Mostly true }';
export const withdrawnOn = (day: string): Edit => [
  CONFIRMED,
  CONFIRMED.replace(' }', `, withdrawn: { date: ${day}, reason: R } }`),
];
export const REFUTED = '\n      - { date: 2024-03-25, status: refuted, evidence: [late] }';
export const REWRITTEN = 'history-rewritten';
