import { describe, expect, test } from 'vitest';
import {
  CONFIRMED,
  type Edit,
  edited,
  found,
  item,
  LEDGER,
  REFUTED,
  REWRITTEN,
  withdrawnOn,
  without,
} from './corrections-ledger.ts';

describe('a changed verdict is found, whichever key is to hide it', () => {
  const cases: Readonly<Record<string, readonly [edits: readonly Edit[], answer: readonly string[]]>> = {
    // withdrawn, on a verdict
    'a withdrawal taken back': [
      [[', withdrawn: { date: 2024-03-20, reason: Wrong claim., by: kl }', '']],
      [`${REWRITTEN} sails`],
    ],
    'the day of a withdrawal': [[['2024-03-20', '2024-03-21']], [`${REWRITTEN} sails`]],
    'the reason of a withdrawal': [[['Wrong claim.', 'Right claim.']], [`${REWRITTEN} sails`]],
    'who withdrew it': [[['Wrong claim., by: kl', 'Wrong claim., by: xy']], [`${REWRITTEN} sails`]],
    'who withdrew it, taken away': [[['Wrong claim., by: kl', 'Wrong claim.']], [`${REWRITTEN} sails`]],
    'a withdrawn verdict taken out': [
      [[/ {6}- \{ date: 2024-03-01, .*\n/.exec(LEDGER)?.[0] ?? '', '']],
      [`${REWRITTEN} sails`],
    ],
    'the status of a withdrawn verdict': [
      [['2024-03-01, status: confirmed', '2024-03-01, status: pending']],
      [`${REWRITTEN} sails`],
    ],
    'the evidence of a withdrawn verdict': [
      [['2024-03-01, status: confirmed, evidence: [ferry]', '2024-03-01, status: confirmed, evidence: [late]']],
      [`${REWRITTEN} sails`],
    ],
    'the withdrawal moved to another verdict': [
      [
        [', withdrawn: { date: 2024-03-20, reason: Wrong claim., by: kl }', ''],
        ['[late, ferry] }', '[late, ferry], withdrawn: { date: 2024-03-20, reason: Wrong claim., by: kl } }'],
      ],
      ['backdated sails', `${REWRITTEN} sails`],
    ],
    'a withdrawal as if it never had counted': [[withdrawnOn('2024-03-25')], [`${REWRITTEN} reopens`]],
    'a withdrawal of a day before the revision': [[withdrawnOn('2024-03-28')], ['backdated reopens']],
    'a withdrawal of a day to come': [[withdrawnOn('2024-04-10')], [`${REWRITTEN} reopens`]],
    'a withdrawal before its verdict': [[withdrawnOn('2024-03-24')], [`${REWRITTEN} -`]],
    'a withdrawal, and a new verdict of the same day in its place': [
      [[...withdrawnOn('2024-04-09')].map((one, at) => (at ? `${one}${REFUTED}` : one)) as unknown as Edit],
      ['backdated reopens'],
    ],
    'a withdrawal, and the verdict in its place in front': [
      [
        withdrawnOn('2024-03-25'),
        [
          '      - { date: 2024-03-25',
          '      - { date: 2024-03-25, status: pending, evidence: [late] }\n      - { date: 2024-03-25',
        ],
      ],
      ['backdated reopens', `${REWRITTEN} reopens`],
    ],
    'a new verdict that is withdrawn, and changed a past day meanwhile': [
      [
        [
          CONFIRMED,
          `${CONFIRMED}\n      - { date: 2024-03-26, status: refuted, evidence: [late], withdrawn: { date: 2024-04-09, reason: R } }`,
        ],
      ],
      ['backdated reopens'],
    ],
    // withdrawn, on a claim
    'the withdrawal of a claim taken back': [
      [['    withdrawn: { date: 2024-03-01, reason: Split., instead: [new] }\n', '']],
      [`${REWRITTEN} both`],
    ],
    "the day of a claim's withdrawal": [
      [['{ date: 2024-03-01, reason: Split.', '{ date: 2024-02-20, reason: Split.']],
      [`${REWRITTEN} both`],
    ],
    "the reason of a claim's withdrawal": [[['Split.', 'Doubled.']], [`${REWRITTEN} both`]],
    'a claim withdrawn before it was said': [
      [[item('sails'), `${item('sails')}    withdrawn: { date: 2024-01-09, reason: R }\n`]],
      [`${REWRITTEN} sails`],
    ],
    'a claim withdrawn on a past day': [
      [[item('sails'), `${item('sails')}    withdrawn: { date: 2024-03-25, reason: R }\n`]],
      ['backdated sails'],
    ],
    'a claim withdrawn on a day to come': [
      [[item('sails'), `${item('sails')}    withdrawn: { date: 2025-01-01, reason: R }\n`]],
      [`${REWRITTEN} sails`],
    ],
    'a verdict taken out while its claim is withdrawn': [
      [
        [item('reopens'), `${item('reopens')}    withdrawn: { date: 2024-04-09, reason: R }\n`],
        [/ {6}- \{ date: 2024-03-12, .*\n/.exec(LEDGER)?.[0] ?? '', ''],
      ],
      [`${REWRITTEN} reopens`],
    ],
    'a verdict of a claim that is withdrawn already': [
      [['2024-02-01, status: confirmed', '2024-02-01, status: refuted']],
      [`${REWRITTEN} both`],
    ],
    'a withdrawn claim taken out': [[without('both')], [`${REWRITTEN} both`]],
    'a new verdict of a past day on a withdrawn claim': [
      [
        [
          item('both'),
          item('both').replace(
            '    withdrawn',
            '      - { date: 2024-02-20, status: refuted, evidence: [late] }\n    withdrawn',
          ),
        ],
      ],
      ['backdated both'],
    ],
    'a new verdict of the day of the withdrawal, which is the last status of the claim': [
      [
        [
          item('both'),
          item('both').replace(
            '    withdrawn',
            '      - { date: 2024-03-01, status: refuted, evidence: [late] }\n    withdrawn',
          ),
        ],
      ],
      ['backdated both'],
    ],
    // instead
    'a claim that took the place taken out of instead': [[['instead: [new]', 'instead: []']], [`${REWRITTEN} both`]],
    'another claim in its place': [[['instead: [new]', 'instead: [red]']], [`${REWRITTEN} both`]],
    'an instead that names nothing': [[['instead: [new]', 'instead: [new, nowhere]']], [`${REWRITTEN} both`]],
    'an instead that names the claim itself': [[['instead: [new]', 'instead: [new, both]']], [`${REWRITTEN} both`]],
    'an instead that leads back': [
      [[item('new'), `${item('new')}    withdrawn: { date: 2024-04-09, reason: R, instead: [both] }\n`]],
      [`${REWRITTEN} both`, `${REWRITTEN} new`],
    ],
    'the claim in its place taken out': [
      [['instead: [new]', 'instead: [new, red]'], without('red')],
      [`${REWRITTEN} both`],
    ],
    'a verdict of a past day on the claim in its place': [
      [
        [
          item('new'),
          item('new').replace(
            '    added',
            '      - { date: 2024-03-20, status: refuted, evidence: [late] }\n    added',
          ),
        ],
      ],
      ['backdated new'],
    ],
    'a first verdict of a past day on a claim in its place': [
      [
        ['instead: [new]', 'instead: [new, red]'],
        [item('red'), `${item('red')}    verdicts: [{ date: 2024-03-20, status: refuted, evidence: [late] }]\n`],
      ],
      ['backdated red'],
    ],
    'a new claim in its place that is judged for the past': [
      [
        [
          item('sails'),
          `${item('sails')}    withdrawn: { date: 2024-04-09, reason: R, instead: [sail] }\n  - id: sail\n    text: Two ferries sail.\n    verdicts: [{ date: 2024-02-01, status: confirmed, evidence: [ferry] }]\n`,
        ],
      ],
      ['backdated sail'],
    ],
    'a past withdrawal of a claim in its place': [
      [
        ['instead: [new]', 'instead: [new, red]'],
        [item('red'), `${item('red')}    withdrawn: { date: 2024-03-20, reason: R }\n`],
      ],
      ['backdated red'],
    ],
    // added
    'a claim left out of the days of its verdicts': [
      [[item('sails'), `${item('sails')}    added: 2024-03-01\n`]],
      [`${REWRITTEN} sails`],
    ],
    'a claim left out of all days until today': [
      [[item('reopens'), `${item('reopens')}    added: 2024-04-09\n`]],
      [`${REWRITTEN} reopens`],
    ],
    'a claim left out of days before its verdicts': [
      [[item('sails'), `${item('sails')}    added: 2024-02-01\n`]],
      ['backdated sails'],
    ],
    'an added moved back': [
      [[item('new'), item('new').replace('added: 2024-03-01', 'added: 2024-02-01')]],
      ['backdated new'],
    ],
    'an added taken away': [[[item('new'), item('new').replace('    added: 2024-03-01\n', '')]], ['backdated new']],
    'an added moved after a verdict': [
      [[item('new'), item('new').replace('added: 2024-03-01', 'added: 2024-03-06')]],
      [`${REWRITTEN} new`],
    ],
    'the added of a claim in the place of another taken away': [
      [
        ['instead: [new]', 'instead: [new, red]'],
        [item('red'), item('red').replace('    added: 2024-03-01\n', '')],
      ],
      ['backdated red'],
    ],
    // label and note
    'a label changed': [[['label: Mostly true', 'label: Mostly false']], [`${REWRITTEN} reopens`]],
    'a label taken away': [[[', label: Mostly true', '']], [`${REWRITTEN} reopens`]],
    'a label made a note': [
      [['note: Seen., label: Mostly true', 'note: Mostly true, label: Seen.']],
      [`${REWRITTEN} reopens`],
    ],
    'a label changed while the verdict is withdrawn': [
      [withdrawnOn('2024-04-09'), ['label: Mostly true', 'label: False']],
      [`${REWRITTEN} reopens`],
    ],
    'a note changed while a label is added': [
      [['2024-02-01, status: refuted,', '2024-02-01, label: False, status: confirmed,']],
      [`${REWRITTEN} sails`],
    ],
    // formerly, on claims
    'a former id forgotten': [[['    formerly: [opens]\n', '']], [`${REWRITTEN} reopens`]],
    'another id without a note of the old one': [[['id: reopens', 'id: harbour']], [`${REWRITTEN} reopens`]],
    'another id, and the verdict changed': [
      [
        ['id: reopens', 'id: harbour'],
        ['formerly: [opens]', 'formerly: [opens, reopens]'],
        ['status: pending', 'status: refuted'],
      ],
      [`${REWRITTEN} harbour`],
    ],
    'another id, and a decoy that has the old one': [
      [
        ['id: reopens', 'id: harbour'],
        ['formerly: [opens]', 'formerly: [opens, reopens]'],
        ['  - id: open\n', '  - id: reopens\n'],
      ],
      [`${REWRITTEN} -`],
    ],
    'an unjudged claim that takes the id of one that is gone': [
      [without('reopens'), [item('open'), `${item('open')}    formerly: [reopens]\n`]],
      [`${REWRITTEN} open`, `${REWRITTEN} reopens`],
    ],
    'a judged claim that takes the id of one that is gone': [
      [without('sails'), ['formerly: [opens]', 'formerly: [opens, sails]']],
      [`${REWRITTEN} reopens`, `${REWRITTEN} sails`],
    ],
    'a judged claim that takes the id of an unjudged one': [
      [without('open'), ['formerly: [opens]', 'formerly: [opens, open]']],
      [`${REWRITTEN} reopens`],
    ],
    'one new claim in the place of two': [
      [without('sails'), ['id: reopens', 'id: harbour'], ['formerly: [opens]', 'formerly: [opens, reopens, sails]']],
      [`${REWRITTEN} harbour`, `${REWRITTEN} sails`],
    ],
    'a former id handed to another claim': [
      [
        ['    formerly: [opens]\n', ''],
        [item('open'), `${item('open')}    formerly: [opens]\n`],
      ],
      [`${REWRITTEN} open`, `${REWRITTEN} reopens`],
    ],
    'two claims that exchange their ids': [
      [
        ['id: reopens', 'id: x'],
        ['id: sails', 'id: reopens'],
        ['id: x', 'id: sails'],
        ['formerly: [opens]', 'formerly: [opens, reopens]'],
      ],
      [`${REWRITTEN} -`],
    ],
    'another id, and left out of the past': [
      [
        ['id: reopens', 'id: harbour'],
        ['formerly: [opens]', 'formerly: [opens, reopens]\n    added: 2024-04-09'],
      ],
      [`${REWRITTEN} harbour`],
    ],
    // formerly, on events
    'evidence that leads to another event by its former id': [
      [
        [item('ferry'), ''],
        ['  - id: late\n', '  - id: late\n    formerly: [ferry]\n'],
      ],
      [
        `${REWRITTEN} both`,
        `${REWRITTEN} ferry`,
        `${REWRITTEN} late`,
        `${REWRITTEN} new`,
        `${REWRITTEN} reopens`,
        `${REWRITTEN} sails`,
      ],
    ],
    'evidence that leads to an event which nothing rested on': [
      [
        [item('ferry'), ''],
        ['{ id: spare,', '{ id: spare, formerly: [ferry],'],
      ],
      [
        `${REWRITTEN} both`,
        `${REWRITTEN} ferry`,
        `${REWRITTEN} new`,
        `${REWRITTEN} reopens`,
        `${REWRITTEN} sails`,
        `${REWRITTEN} spare`,
      ],
    ],
    'evidence that leads to a new event by its former id': [
      [
        [item('ferry'), ''],
        [
          '{ id: spare,',
          '{ id: ship, date: 2024-02-01, title: No ferry docks., formerly: [ferry, boat] }\n  - { id: spare,',
        ],
      ],
      ['evidence-altered ship'],
    ],
    'the former id of an event forgotten': [[['    formerly: [boat]\n', '']], [`${REWRITTEN} ferry`]],
    'an event of another id without a note of the old one': [
      [
        ['id: ferry', 'id: ship'],
        ['[late, ferry]', '[late, ship]'],
        ['evidence: [ferry]', 'evidence: [ship]'],
        ['evidence: [ferry]', 'evidence: [ship]'],
        ['evidence: [ferry]', 'evidence: [ship]'],
        ['evidence: [ferry]', 'evidence: [ship]'],
      ],
      [`${REWRITTEN} both`, `${REWRITTEN} ferry`, `${REWRITTEN} new`, `${REWRITTEN} reopens`, `${REWRITTEN} sails`],
    ],
    'an event of another id and title': [
      [
        ['id: ferry', 'id: ship'],
        ['[boat]', '[boat, ferry]'],
        ['The first ferry docks.', 'The last ferry docks.'],
      ],
      ['evidence-altered ship'],
    ],
    'the evidence exchanged by giving each event the other id': [
      [
        ['id: ferry', 'id: x'],
        ['id: late', 'id: ferry'],
        ['id: x', 'id: late'],
      ],
      ['evidence-altered ferry', 'evidence-altered late', `${REWRITTEN} ferry`, `${REWRITTEN} late`],
    ],
    // formerly, on sources
    'the former address of a source forgotten': [
      [[', formerly: [https://example.org/old]', '']],
      ['evidence-altered late'],
    ],
    'an address without a note of the old one': [
      [['url: https://example.org/ferry', 'url: https://example.org/forged']],
      ['evidence-altered ferry'],
    ],
    'an address moved, and the title changed': [
      [
        [
          'https://example.org/mud, title: Mud',
          'https://example.org/m, title: Sand, formerly: [https://example.org/mud]',
        ],
      ],
      ['evidence-altered late'],
    ],
    'one source in the place of two': [
      [
        ['      - { url: https://example.org/mud, title: Mud }\n', ''],
        ['[https://example.org/old]', '[https://example.org/old, https://example.org/mud]'],
      ],
      ['evidence-altered late'],
    ],
    'two sources that exchange their addresses': [
      [
        [
          'url: https://example.org/dredger, title: Dredging, formerly: [',
          'url: https://example.org/mud, title: Dredging, formerly: [https://example.org/dredger, ',
        ],
        [
          'url: https://example.org/mud, title: Mud',
          'url: https://example.org/dredger, title: Mud, formerly: [https://example.org/mud]',
        ],
      ],
      ['evidence-altered late'],
    ],
    'an address that became a file': [
      [['url: https://example.org/ferry', 'file: forged.pdf, formerly: [https://example.org/ferry]']],
      ['evidence-altered ferry'],
    ],
    // Pairs of keys.
    'another id, and the withdrawal taken back': [
      [
        ['id: both', 'id: two\n    formerly: [both]'],
        ['    withdrawn: { date: 2024-03-01, reason: Split., instead: [new] }\n', ''],
      ],
      [`${REWRITTEN} two`],
    ],
    'another id of the claim in its place, taken out of instead': [
      [
        ['id: new', 'id: newer\n    formerly: [new]'],
        ['instead: [new]', 'instead: [red]'],
      ],
      [`${REWRITTEN} both`],
    ],
    'a withdrawn claim, and one of its id and text again': [
      [
        without('both'),
        [
          '  - id: open\n',
          '  - { id: both, text: The ferry is new and red., verdicts: [{ date: 2024-02-01, status: refuted, evidence: [ferry] }] }\n  - id: open\n',
        ],
      ],
      [`${REWRITTEN} both`],
    ],
    'a withdrawal today that hides an added': [
      [[item('sails'), `${item('sails')}    added: 2024-03-15\n    withdrawn: { date: 2024-04-09, reason: R }\n`]],
      [`${REWRITTEN} sails`],
    ],
    'a withdrawal on the day that it is added': [
      [
        [
          item('new'),
          `${item('new').replace('added: 2024-03-01', 'added: 2024-03-10')}    withdrawn: { date: 2024-03-10, reason: R }\n`,
        ],
      ],
      [`${REWRITTEN} new`],
    ],
    'a new source of the article moves what was said before': [
      [
        [
          item('sails'),
          `${item('sails')}    sources: [{ url: https://example.org/said }]\n    note: N\n    said: 2024-02-15\n`,
        ],
      ],
      ['claim-reworded sails', `${REWRITTEN} sails`],
    ],
  };

  test.each(Object.entries(cases))('%s', async (_, [edits, answer]) => {
    expect(await found({ a: edited(LEDGER, edits) })).toEqual(answer);
  });

  test('a move to another ledger under another id', async () => {
    const EMPTY = 'factledger: 1\narticle: { title: T, author: A. Writer, published: 2024-01-09 }\n';
    const events = LEDGER.slice(LEDGER.indexOf('events:'));
    const moved = item('reopens').replace('id: reopens', 'id: harbour').replace('[opens]', '[opens, reopens]');
    const then = { a: LEDGER, b: EMPTY };
    const a = edited(LEDGER, [without('reopens')]);
    const to = (claim: string, others = events) => ({ a, b: `${EMPTY}claims:\n${claim}${others}` });
    expect(await found(to(moved), then)).toEqual([]);
    expect(
      await found(
        to(moved.replace('[late]', '[mud]'), events.replace('id: late', 'id: mud\n    formerly: [late]')),
        then,
      ),
    ).toEqual([]);
    expect(await found(to(moved.replace('pending', 'refuted')), then)).toEqual([`${REWRITTEN} harbour`]);
    expect(await found(to(moved.replace('31 March', '31 May')), then)).toEqual([`${REWRITTEN} reopens`]);
    expect(await found(to(moved, events.replace('two weeks', 'two years')), then)).toEqual([`${REWRITTEN} harbour`]);
    expect(await found(to(moved.replace('[opens, reopens]', '[reopens]')), then)).toEqual([`${REWRITTEN} harbour`]);
  });
});
