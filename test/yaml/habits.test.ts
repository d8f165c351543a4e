import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Change } from '../../src/change/change.ts';
import { edit } from '../../src/yaml/edit.ts';

const HEAD = 'factledger: 1\narticle:\n  title: T\n';
const BRACED = 'factledger: 1\narticle: { title: T }\n';

const verdict = (note?: string) => ({ date: '2024-03-30', status: 'confirmed', evidence: ['e1', 'e2'], note });
const toVerdicts = (index: number, note = 'It docked.'): Change => ({
  kind: 'append',
  path: ['claims', index, 'verdicts'],
  item: verdict(note),
});
const claim: Change = {
  kind: 'append',
  path: ['claims'],
  item: { id: 'new', text: 'New.', said: '2024-01-08', tags: ['t'], anchors: [{ paragraph: 3, quote: 'so' }] },
};
const event: Change = {
  kind: 'append',
  path: ['events'],
  item: { id: 'ev', date: '2024-03', title: 'Docks.', sources: [{ url: 'https://example.org/f', publisher: 'P' }] },
};

/** A claim with a verdict, as one writes who gives all texts these quotes. */
const quotedBy = (q: string) =>
  `  - id: ${q}a${q}\n    text: ${q}A.${q}\n    verdicts:\n      - date: ${q}2024-01-01${q}\n        status: ${q}pending${q}\n`;

/** The lines that an edit adds to a text or adds something to; not the blank ones. */
function added(before: string, changes: readonly Change[]): string {
  const old = before.split('\n');
  const lines = edit(before, changes).split('\n');
  return lines.filter((line) => line !== '' && !old.includes(line)).join('\n');
}

describe('quotes', () => {
  test.each(['"', "'"])('all in %s: dates and statuses too', (q) => {
    expect(added(`${HEAD}claims:\n${quotedBy(q)}`, [toVerdicts(0), claim, event])).toBe(
      [
        `      - date: ${q}2024-03-30${q}`,
        `        status: ${q}confirmed${q}`,
        `        evidence: [${q}e1${q}, ${q}e2${q}]`,
        `        note: ${q}It docked.${q}`,
        `  - id: ${q}new${q}`,
        `    text: ${q}New.${q}`,
        `    said: ${q}2024-01-08${q}`,
        `    tags: [${q}t${q}]`,
        '    anchors:',
        `      - {paragraph: 3, quote: ${q}so${q}}`,
        'events:',
        `  - id: ${q}ev${q}`,
        `    date: ${q}2024-03${q}`,
        `    title: ${q}Docks.${q}`,
        '    sources:',
        `      - url: ${q}https://example.org/f${q}`,
        `        publisher: ${q}P${q}`,
      ].join('\n'),
    );
  });

  test('none, where the others have none', () => {
    expect(added(`${HEAD}claims:\n${quotedBy('')}`, [toVerdicts(0)])).not.toMatch(/["']/);
  });

  test.each([
    ["It's #1: so", `'It''s #1: so'`],
    ['tab\there', '"tab\\there"'],
    ['\u202e', '"\\u202e"'],
    ['\u0085', '"\\N"'],
    ['ends ', '"ends "'],
    ['back\\slash', "'back\\slash'"],
  ])('single quotes, but for what they cannot hold: %j', (note, written) => {
    const after = edit(`${HEAD}claims:\n${quotedBy("'")}`, [toVerdicts(0, note)]);
    expect(after).toContain(`        note: ${written}\n`);
    expect(parse(after).claims[0].verdicts[1].note).toBe(note);
  });

  test('what must be quoted is, in the quotes that the file uses for it', () => {
    const before = `${HEAD}claims:\n  - id: a\n    text: 'A: b'\n`;
    expect(added(before, [toVerdicts(0, 'C: d')])).toContain("note: 'C: d'");
    expect(added(before, [toVerdicts(0, 'C d')])).toContain('note: C d');
  });

  test('the same key of the nearest record decides, then the same kind of text', () => {
    const note = `${HEAD}claims:\n${quotedBy('')}        note: "N."\n      - date: 2024-01-02\n        status: "pending"\n`;
    expect(added(note, [toVerdicts(0)])).toBe(
      '      - date: 2024-03-30\n        status: "confirmed"\n        evidence: ["e1", "e2"]\n        note: "It docked."',
    );
    const prose = `${HEAD}claims:\n  - id: a\n    text: "A."\n    said: 2024-01-01\n`;
    expect(added(prose, [toVerdicts(0)])).toBe(
      '    verdicts:\n      - date: 2024-03-30\n        status: confirmed\n        evidence: [e1, e2]\n        note: "It docked."',
    );
  });

  test('the next verdicts of other claims are a model, where a claim has none', () => {
    const before = `${HEAD}claims:\n  - id: a\n    text: A.\n${quotedBy('"').replaceAll('"a"', 'b').replaceAll('"A."', 'B.')}`;
    expect(added(before, [toVerdicts(0)])).toContain('      - date: "2024-03-30"\n        status: "confirmed"\n');
  });

  test('keys in quotes', () => {
    const before = `"factledger": 1\n"article":\n  "title": "T"\n"claims":\n- "id": "a"\n  "text": "A."\n`;
    expect(added(before, [toVerdicts(0)])).toBe(
      '  "verdicts":\n  - "date": "2024-03-30"\n    "status": "confirmed"\n    "evidence": ["e1", "e2"]\n    "note": "It docked."',
    );
  });

  test('what is filled in', () => {
    const before = `${HEAD}events:\n  - id: e\n    date: 2024\n    title: E\n    sources:\n      - url: 'https://example.org'\n      - { "url": "https://example.org/2", "note": }\n`;
    const fill = (at: number, key: string): Change => ({
      kind: 'set',
      path: ['events', 0, 'sources', at, key],
      value: 'P',
    });
    const after = edit(edit(before, [fill(0, 'publisher')]), [fill(1, 'publisher'), fill(1, 'note')]);
    expect(after).toContain(`- url: 'https://example.org'\n        publisher: 'P'\n`);
    expect(after).toMatch(/\{ "url": "https:\/\/example\.org\/2", "note": (['"])P\1, "publisher": \1P\1 \}/);
  });
});

describe('several lines', () => {
  const block = '        note: |-\n          One.\n          Two.';
  test.each([
    ['a block, where a note of one line stands in a block', 'note: |\n          N.', block],
    ['a block, where all is quoted but nothing shows how several lines are', 'note: "N."', block],
    ['quotes, where several lines stand in quotes', 'note: "N.\\nM."', '        note: "One.\\nTwo."'],
  ])('%s', (_, note, written) => {
    const before = `${HEAD}claims:\n${quotedBy('"')}        ${note}\n`;
    expect(added(before, [toVerdicts(0, 'One.\nTwo.')])).toContain(written);
  });

  test('a note of one line is plain beside one in a block', () => {
    const before = `${HEAD}claims:\n${quotedBy('')}        note: |\n          N.\n`;
    expect(added(before, [toVerdicts(0)])).toContain('note: It docked.');
  });
});

describe('lists of texts', () => {
  test.each([
    ['dashes further in', '\n          - e0', '\n          - e1\n          - e2'],
    ['dashes at the column of the key', '\n        - e0', '\n        - e1\n        - e2'],
    ['wide dashes', '\n            -   e0', '\n            -   e1\n            -   e2'],
    ['dashes and a comment', ' # why\n        # one\n        - "e0" # here', '\n        - "e1"\n        - "e2"'],
    ['brackets', ' [e0]', ' [e1, e2]'],
    ['padded brackets', ' [ e0 ]', ' [ e1, e2 ]'],
  ])('%s', (_, list, written) => {
    const before = `${HEAD}claims:\n${quotedBy('')}        evidence:${list}\n`;
    expect(edit(before, [toVerdicts(0)])).toContain(`        evidence:${written}\n        note:`);
  });

  test('evidence is like the tags of the claim, where no verdict has any', () => {
    const before = `${HEAD}claims:\n  - id: a\n    text: A.\n    tags:\n    - t\n`;
    expect(edit(before, [toVerdicts(0)])).toContain('        evidence:\n        - e1\n        - e2\n');
    expect(edit(before, [claim])).toContain('New.\n    said: 2024-01-08\n    tags:\n    - t\n');
  });

  test('a text of several lines, or one that YAML would take for something else', () => {
    const before = `${HEAD}claims:\n  - id: a\n    text: A.\n    tags:\n    - t\n`;
    const tags = ['a\nb', '- x', 'a: b', '2024-01-01', 'no', 'a, b'];
    const after = edit(before, [{ kind: 'append', path: ['claims'], item: { id: 'b', text: 'B.', tags } }]);
    expect(parse(after).claims[1].tags).toEqual(tags);
  });
});

describe('braces and brackets', () => {
  const line = '{ date: 2024-03-30, status: confirmed, evidence: [e1, e2], note: It docked. }';
  test.each([
    [
      'padded braces, one a line',
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts:\n      - { date: 2024-01-01, status: pending }\n  - id: b\n    text: B.\n`,
      `      - ${line}\n      - ${line}`,
    ],
    [
      'padded braces in brackets',
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: [{ date: 2024-01-01, status: pending }]\n  - id: b\n    text: B.\n`,
      `    verdicts: [{ date: 2024-01-01, status: pending }, ${line}]\n    verdicts: [${line}]`,
    ],
    [
      'padded brackets',
      `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: [ {date: 2024-01-01, status: pending, evidence: [ e ]} ]\n  - id: b\n    text: B.\n`,
      '    verdicts: [ {date: 2024-01-01, status: pending, evidence: [ e ]}, {date: 2024-03-30, status: confirmed, evidence: [ e1, e2 ], note: It docked.} ]\n    verdicts: [ {date: 2024-03-30, status: confirmed, evidence: [ e1, e2 ], note: It docked.} ]',
    ],
    [
      'records in padded braces',
      `${HEAD}claims:\n  - { id: a, text: A., verdicts: [ ] }\n  - { id: b, text: B. }\n`,
      `  - { id: a, text: A., verdicts: [ ${line} ] }\n  - { id: b, text: B., verdicts: [${line}] }`,
    ],
  ])('%s', (_, before, written) => {
    expect(added(before, [toVerdicts(0), toVerdicts(1)])).toBe(written);
  });

  test('anchors are padded where the file pads its braces', () => {
    expect(added(`${BRACED}claims:\n${quotedBy('')}`, [claim])).toContain('      - { paragraph: 3, quote: so }');
  });
});

describe('an empty list', () => {
  const lines = '- date: 2024-03-30\n        status: confirmed\n        evidence: [e1, e2]\n        note: It docked.';
  test.each(['[]', '[ ]', '[] # none'])('%s grows into lines, and is a comment from then on', (empty) => {
    const before = `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: ${empty}\n`;
    const after = `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: # ${empty}\n      ${lines}\n`;
    expect(edit(before, [toVerdicts(0)])).toBe(after);
    expect(edit(after, [toVerdicts(0)])).toBe(`${after}      ${lines}\n`);
  });

  test('of claims, of events, of sources and of anchors; line ends are kept', () => {
    const before = `${HEAD}claims: []\nevents:\n- id: e\n  date: 2024\n  title: E\n  sources: []\n`.replaceAll(
      '\n',
      '\r\n',
    );
    const source: Change = { kind: 'append', path: ['events', 0, 'sources'], item: { url: 'https://example.org' } };
    expect(edit(before, [claim, source])).toBe(
      `${HEAD}claims: # []\n- id: new\n  text: New.\n  said: 2024-01-08\n  tags: [t]\n  anchors:\n  - {paragraph: 3, quote: so}\nevents:\n- id: e\n  date: 2024\n  title: E\n  sources: # []\n  - url: https://example.org\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
    const anchor: Change = { kind: 'append', path: ['claims', 0, 'anchors'], item: { paragraph: 1 } };
    expect(added(`${HEAD}claims:\n  - id: a\n    text: A.\n    anchors: []\n`, [anchor])).toBe(
      '    anchors: # []\n      - {paragraph: 1}',
    );
  });

  test('grows between its brackets where the lists beside it stand in brackets', () => {
    const before = `${HEAD}claims:\n  - id: a\n    text: A.\n    verdicts: []\n  - id: b\n    text: B.\n    verdicts: [ { date: 2024-01-01, status: "pending" } ]\n`;
    expect(added(before, [toVerdicts(0)])).toContain(
      '    verdicts: [ { date: 2024-03-30, status: "confirmed", evidence: ["e1", "e2"], note: It docked. } ]',
    );
  });

  test('on lines of its own grows between them, after its comments', () => {
    const before = `${BRACED}claims: [ # none\n    # yet\n  ]\n`;
    expect(edit(before, [claim])).toBe(
      `${BRACED}claims: [ # none\n    # yet\n    { id: new, text: New., said: 2024-01-08, tags: [t], anchors: [{ paragraph: 3, quote: so }] }\n  ]\n`,
    );
  });
});

describe('JSON as YAML', () => {
  const ledger = (verdicts: readonly object[], events: readonly object[]) => ({
    factledger: 1,
    article: { title: 'T' },
    claims: [{ id: 'a', text: 'A', tags: ['x', 'y'], verdicts }],
    events,
  });
  const before = ledger([], []);
  const after = ledger(
    [verdict('"So"')],
    [event.kind === 'append' && typeof event.item === 'object' ? event.item : {}],
  );
  const changes = [toVerdicts(0, '"So"'), event];

  test.each([2, 4, '\t'])('in lines, indented by %j: as a program would have written it', (indent) => {
    const json = (value: object) => `${JSON.stringify(value, null, indent)}\n`;
    expect(edit(json(before), changes)).toBe(json(after));
  });

  test('in lines, with a list that is not there yet', () => {
    const json = (value: object) => JSON.stringify(value, null, 2);
    const bare = { ...before, claims: [{ id: 'a', text: 'A', tags: ['x'] }] };
    const grown = { ...before, claims: [{ id: 'a', text: 'A', tags: ['x'], verdicts: [verdict('so')] }] };
    expect(edit(json(bare), [toVerdicts(0, 'so')])).toBe(json(grown));
  });

  test('on one line', () => {
    expect(JSON.parse(edit(JSON.stringify(before), changes))).toEqual(JSON.parse(JSON.stringify(after)));
  });

  test('braces on lines that are no JSON', () => {
    const flow = `{\n  factledger: 1,\n  article: { title: 'T' },\n  claims: [\n    { id: 'a', text: 'A', verdicts: [ ] },\n  ],\n  events: [],\n}\n`;
    expect(added(flow, [toVerdicts(0), event])).toBe(
      [
        `    { id: 'a', text: 'A', verdicts: [ { date: '2024-03-30', status: 'confirmed', evidence: ['e1', 'e2'], note: 'It docked.' } ] },`,
        '  events: [',
        `    { id: 'ev', date: '2024-03', title: 'Docks.', sources: [{ url: 'https://example.org/f', publisher: 'P' }] }`,
      ].join('\n'),
    );
  });
});

test('a record within a record, in lines and in braces', () => {
  const item = { id: 'b', text: 'B.', added: '2024-01-08', withdrawn: { date: '2024-02-01', reason: 'One.\nTwo.' } };
  const add: Change = { kind: 'append', path: ['claims'], item };
  expect(added(`${HEAD}claims:\n  - id: a\n    text: A.\n`, [add])).toBe(
    '  - id: b\n    text: B.\n    added: 2024-01-08\n    withdrawn:\n      date: 2024-02-01\n      reason: |-\n        One.\n        Two.',
  );
  expect(added(`${HEAD}claims:\n  - { "id": "a", "text": "A." }\n`, [add])).toBe(
    '  - { "id": "b", "text": "B.", "added": "2024-01-08", "withdrawn": { "date": "2024-02-01", "reason": "One.\\nTwo." } }',
  );
});
