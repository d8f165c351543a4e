import { describe, expect, test } from 'vitest';
import { compared } from './compared.ts';
import {
  CONFIRMED,
  DAY,
  type Edit,
  edited,
  found,
  item,
  LEDGER,
  REWRITTEN,
  TODAY,
  withdrawnOn,
  without,
} from './corrections-ledger.ts';

describe('an honest correction is no finding', () => {
  const cases: Readonly<Record<string, readonly Edit[]>> = {
    'a verdict withdrawn today': [withdrawnOn('2024-04-09')],
    'a verdict withdrawn on the day of the revision': [withdrawnOn('2024-04-02')],
    'a verdict withdrawn while the clocks differ': [withdrawnOn('2024-04-01')],
    'a verdict withdrawn, and marked again today': [
      [...withdrawnOn('2024-04-09')].map((one, at) =>
        at ? `${one}\n      - { date: 2024-04-09, status: refuted, evidence: [late], note: N }` : one,
      ) as unknown as Edit,
    ],
    'a claim withdrawn today': [
      [item('sails'), `${item('sails')}    withdrawn: { date: 2024-04-09, reason: R, by: kl }\n`],
    ],
    'a claim withdrawn today for a new one': [
      [
        item('sails'),
        `${item('sails')}    withdrawn: { date: 2024-04-09, reason: R, instead: [sail] }\n  - { id: sail, text: Two ferries sail., added: 2024-04-09, verdicts: [{ date: 2024-04-09, status: confirmed, evidence: [ferry] }] }\n`,
      ],
    ],
    'a claim in the place of another, judged for the past that it is left out of': [
      [
        item('sails'),
        `${item('sails')}    withdrawn: { date: 2024-04-09, reason: R, instead: [sail] }\n  - { id: sail, text: Two ferries sail., added: 2024-04-09, verdicts: [{ date: 2024-02-01, status: confirmed, evidence: [ferry] }] }\n`,
      ],
    ],
    'a verdict dated after the withdrawal of its claim, which another rule tells of': [
      [
        item('both'),
        item('both').replace(
          '    withdrawn',
          '      - { date: 2024-03-10, status: refuted, evidence: [late] }\n    withdrawn',
        ),
      ],
    ],
    'the other half of a split': [['instead: [new]', 'instead: [new, red]']],
    'a claim withdrawn for one that was withdrawn as well': [
      [item('new'), `${item('new')}    withdrawn: { date: 2024-04-09, reason: R, instead: [red] }\n`],
    ],
    'a first label and a first note': [['[late, ferry] }', '[late, ferry], label: False, note: N }']],
    'a first label on a withdrawn verdict': [
      ['evidence: [ferry], withdrawn', 'evidence: [ferry], label: True, withdrawn'],
    ],
    'a working note, other sources and tags': [
      [item('sails'), `${item('sails')}    note: N\n    tags: [x]\n    sources: [{ url: https://example.org/said }]\n`],
    ],
    'another id with the old one noted': [
      ['id: reopens', 'id: harbour'],
      ['formerly: [opens]', 'formerly: [opens, reopens]'],
    ],
    'the old id again': [
      ['id: reopens', 'id: opens'],
      ['formerly: [opens]', 'formerly: [reopens]'],
    ],
    'another id of a claim in the place of another': [['id: new', 'id: newer\n    formerly: [new]']],
    'the same, named by its new id': [
      ['id: new', 'id: newer\n    formerly: [new]'],
      ['instead: [new]', 'instead: [newer]'],
    ],
    'another id of a withdrawn claim': [['id: both', 'id: two\n    formerly: [both]']],
    'another id of an event, which is evidence by its old one': [
      ['id: ferry', 'id: ship'],
      ['[boat]', '[boat, ferry]'],
    ],
    'the same, named by both ids': [
      ['id: ferry', 'id: ship'],
      ['[boat]', '[ferry, boat]'],
      ['[late, ferry]', '[ship, late]'],
    ],
    'an event that exchanges its id with its former one': [
      ['id: ferry', 'id: boat'],
      ['formerly: [boat]', 'formerly: [ferry]'],
    ],
    'an address moved with its old one': [
      ['https://example.org/mud, title: Mud', 'https://example.org/m, title: Mud, formerly: [https://example.org/mud]'],
    ],
    'an address moved again': [
      ['url: https://example.org/dredger', 'url: https://example.org/newer'],
      ['[https://example.org/old]', '[https://example.org/old, https://example.org/dredger]'],
    ],
    'an address moved back': [
      ['url: https://example.org/dredger', 'url: https://example.org/old'],
      ['[https://example.org/old]', '[https://example.org/dredger]'],
    ],
    'a first day on which it joined the ledger, which leaves nothing out': [
      [item('sails'), `${item('sails')}    added: 2024-01-09\n`],
    ],
    'an unjudged claim taken out, or added on another day': [
      without('open'),
      [item('red'), item('red').replace('2024-03-01', '2024-02-01')],
    ],
    'an unjudged event of another id': [['id: spare', 'id: other']],
  };

  test.each(Object.entries(cases))('%s', async (_, edits) => {
    expect(await found({ a: edited(LEDGER, edits) })).toEqual([]);
  });
});

describe('against several revisions', () => {
  const rulesFound = async (now: string, ...then: readonly string[]) => {
    const days = ['2024-04-02', '2024-04-08'];
    const stood = then.map((text, at) => ({ day: days[at] ?? DAY, texts: { a: text } }));
    return (await compared(stood, { a: now }, TODAY)).map(({ rule, claim }) => `${rule.id} ${claim?.id}`);
  };
  const withNote = (note: string) => edited(LEDGER, [['[late, ferry] }', `[late, ferry], note: ${note} }`]]);
  const withReason = (day: string, reason: string) =>
    edited(LEDGER, [[CONFIRMED, CONFIRMED.replace(' }', `, withdrawn: { date: ${day}, reason: ${reason} } }`)]]);
  const withoutClaim = (reason: string) =>
    edited(LEDGER, [[item('sails'), `${item('sails')}    withdrawn: { date: 2024-04-02, reason: ${reason} }\n`]]);

  test('a note or a withdrawal of either side is what it was', async () => {
    expect(await rulesFound(withNote('M'), withNote('N'), withNote('M'))).toEqual([]);
    expect(await rulesFound(withNote('N'), withNote('N'), withNote('M'))).toEqual([]);
    expect(
      await rulesFound(withReason('2024-04-01', 'R'), withReason('2024-04-01', 'R'), withReason('2024-04-05', 'S')),
    ).toEqual([]);
    // New to the side that is of a later day, though it stood at the other.
    expect(await rulesFound(withReason('2024-04-01', 'R'), withReason('2024-04-01', 'R'), LEDGER)).toEqual([]);
    expect(await rulesFound(withoutClaim('R'), withoutClaim('R'), withoutClaim('S'))).toEqual([]);
    expect(await rulesFound(withoutClaim('R'), withoutClaim('R'), LEDGER)).toEqual([]);
  });

  test('what stood at neither is not', async () => {
    expect(await rulesFound(withNote('O'), withNote('N'), withNote('M'))).toContain(`${REWRITTEN} sails`);
    expect(await rulesFound(LEDGER, withNote('N'), LEDGER)).toContain(`${REWRITTEN} sails`);
    expect(await rulesFound(LEDGER, withReason('2024-04-01', 'R'), LEDGER)).toContain(`${REWRITTEN} reopens`);
    expect(await rulesFound(withReason('2024-04-01', 'T'), withReason('2024-04-01', 'R'), LEDGER)).toContain(
      `${REWRITTEN} reopens`,
    );
    expect(await rulesFound(LEDGER, withoutClaim('R'), LEDGER)).toContain(`${REWRITTEN} sails`);
    expect(await rulesFound(withoutClaim('T'), withoutClaim('R'), withoutClaim('S'))).toContain(`${REWRITTEN} sails`);
  });

  test('what came after a revision does not excuse what changed since', async () => {
    const stood = [
      { day: DAY, isSide: false, texts: { a: withNote('N') } },
      { day: DAY, texts: { a: withNote('M') } },
      { day: DAY, texts: { a: LEDGER } },
    ];
    const problems = await compared(stood, { a: withNote('M') }, TODAY);
    expect(problems.map(({ rule, claim }) => `${rule.id} ${claim?.id}`)).toEqual([`${REWRITTEN} sails`]);
  });
});
