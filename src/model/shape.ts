import type { Static, TObject, TOptional, TProperties, TSchema, TUnsafe } from 'typebox';

/**
 * The shape of a ledger, defined once: the types of the model, the reader and the published JSON Schema
 * (draft 2020-12) all follow from it. A scalar is named by a `$ref`, and the reader has one decoder for each name.
 */

const statuses = ['confirmed', 'pending', 'refuted'] as const;
const kinds = ['fact', 'promise', 'prediction', 'opinion'] as const;

export type Status = (typeof statuses)[number];
export type Kind = (typeof kinds)[number];
export const STATUSES: readonly Status[] = statuses;
export const KINDS: readonly Kind[] = kinds;

/** The format this program reads and writes: the value of the top-level `factledger`. */
export const FORMAT = 1;

/** What a scalar may be: YAML's number or boolean counts as the text it was written as. */
const anyScalar = { type: ['string', 'number', 'boolean'] };

/** The scalars of a ledger, under the names that `$ref` uses. Patterns bind text only, as JSON Schema has it. */
const scalarSchemas = {
  format: { const: FORMAT, description: 'The version of the ledger format.' },
  text: { ...anyScalar, pattern: '\\S', description: 'Text that is not blank.' },
  remark: { ...anyScalar, description: 'Free text.' },
  names: {
    anyOf: [
      { $ref: '#/$defs/text' },
      { type: 'array', items: { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }] } },
    ],
    description: 'One name or a list of names.',
  },
  id: {
    ...anyScalar,
    pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$',
    description: 'ASCII letters, digits, "-", "_" and ".", starting with a letter or digit, at most 64.',
  },
  day: { type: 'string', pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$', description: 'A calendar day, YYYY-MM-DD.' },
  date: {
    type: ['string', 'integer'],
    pattern: '^(?!0000)\\d{4}(-\\d{2}(-\\d{2})?)?$',
    description: 'A calendar day, or YYYY-MM or YYYY where the day is not known.',
  },
  status: { enum: [...statuses], description: 'What the evidence says of the claim.' },
  kind: { enum: [...kinds], description: 'What sort of statement the claim is; fact unless said otherwise.' },
  ordinal: { type: 'integer', minimum: 1, description: 'A number counted from 1.' },
  digest: {
    type: 'string',
    pattern: '^sha256-[0-9a-f]{16}$',
    description: 'SHA-256 of the folded sentence, the first 16 hexadecimal digits.',
  },
} as const;

export type ScalarName = keyof typeof scalarSchemas;

/** Whether a scalar of the ledger has that name. */
export const isScalarName = (name: string): name is ScalarName => Object.hasOwn(scalarSchemas, name);

/**
 * The schemas are plain JSON Schema; of TypeBox only the types are used, to follow the shape in TypeScript. Its builders
 * would yield the same objects and cost every start some milliseconds.
 */
const typed = <S extends TSchema>(schema: object) => schema as S;

const scalar = <T>(name: ScalarName, description: string) =>
  typed<TUnsafe<T>>({ $ref: `#/$defs/${name}`, ...(description && { description }) });

const optionals = new WeakSet<object>();

const nullable = (schema: TSchema) => ({ anyOf: [schema, { type: 'null' }] });

/** A key that may be missing or null, which is the same. */
function optional<S extends TSchema>(schema: S): TOptional<TUnsafe<Static<S>>> {
  const wrapped = nullable(schema);
  optionals.add(wrapped);
  return typed<TOptional<TUnsafe<Static<S>>>>(wrapped);
}

const list = <S extends TSchema>(item: S, description: string) =>
  optional(typed<TUnsafe<Static<S>[]>>({ type: 'array', items: nullable(item), description }));

/** Keys that start with `x-` are the user's own: allowed anywhere, kept, never read. */
function record<P extends TProperties>(title: string, properties: P, rules: object = {}): TObject<P> {
  const required = Object.entries(properties).flatMap(([key, schema]) => (optionals.has(schema) ? [] : [key]));
  return typed<TObject<P>>({
    title,
    type: 'object',
    required,
    properties,
    ...rules,
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  });
}

/** A rule for a record: one of these keys at least, and not null. */
const needsOneOf = (...keys: string[]) => ({
  anyOf: keys.map((key) => ({ required: [key], properties: { [key]: { not: { type: 'null' } } } })),
});

const text = (description = '') => scalar<string>('text', description);
const remark = (description = '') => scalar<string>('remark', description);
const id = (description: string) => scalar<string>('id', description);
const date = (description: string) => scalar<string>('date', description);

const place = {
  paragraph: optional(scalar<number>('ordinal', 'The paragraph of the article, counted from 1, headings left out.')),
  sentence: optional(scalar<number>('ordinal', 'The sentence in its paragraph, counted from 1.')),
  digest: optional(scalar<string>('digest', '')),
  digests: list(scalar<string>('digest', ''), 'Those of neighbouring sentences, in order.'),
  quote: optional(text('The exact words in the article (W3C Web Annotation, TextQuoteSelector).')),
  prefix: optional(remark('The words right before the quote.')),
  suffix: optional(remark('The words right after the quote.')),
};

const anchor = record('anchor', place);
const skip = record('skip', { ...place, reason: optional(remark('Why the sentences make no claim.')) });

const withdrawal = {
  date: scalar<string>('day', 'The day from which it does not count any more.'),
  reason: text('Why, in a sentence.'),
  by: optional(remark('Who withdrew it.')),
};

const verdict = record('verdict', {
  date: scalar<string>('day', 'The day from which the verdict is held.'),
  status: scalar<Status>('status', ''),
  evidence: list(id('The id of an event.'), 'The events that the verdict rests on.'),
  by: optional(remark('Who decided.')),
  note: optional(remark('Why, in a sentence.')),
  label: optional(remark("The publisher's own rating, beside the status.")),
  withdrawn: optional(record('withdrawal', withdrawal)),
});

const source = record(
  'source',
  {
    publisher: optional(remark()),
    title: optional(remark()),
    url: optional(remark('Where the source is; a source has a url or a file.')),
    file: optional(remark('A file beside the ledger.')),
    date: optional(date('When the source was published.')),
    archived: optional(remark('The address of an archived copy.')),
    note: optional(remark()),
    formerly: list(text(), 'Addresses that it had before it moved.'),
  },
  needsOneOf('url', 'file'),
);

const claim = record('claim', {
  id: id('Unique among the claims of the ledger.'),
  text: text('The claim, in one sentence.'),
  speaker: optional(scalar<string[]>('names', "Who said it; the article's author if absent.")),
  via: optional(remark('Who passed it on.')),
  kind: optional(scalar<Kind>('kind', '')),
  said: optional(date('When it was said; the day the article was published if absent.')),
  due: optional(date('When it can be judged.')),
  tags: list(text(), 'Words to group claims by.'),
  note: optional(remark('How to check it, and what is next; a working note.')),
  sources: list(source, 'Where else it was said.'),
  anchors: list(anchor, 'Where the article says it.'),
  verdicts: list(verdict, "The claim's history; append-only."),
  formerly: list(id('An id that it had.'), 'Ids that it had.'),
  added: optional(scalar<string>('day', 'The day on which it joined the ledger.')),
  withdrawn: optional(
    record('withdrawal', { ...withdrawal, instead: list(id('The id of a claim.'), 'The claims that took its place.') }),
  ),
});

const event = record('event', {
  id: id('Unique among the events of the ledger.'),
  date: date('When it happened.'),
  title: text('What happened, in one sentence.'),
  sources: list(source, 'Who reported it.'),
  formerly: list(id('An id that it had.'), 'Ids that it had.'),
});

const article = record('article', {
  title: text(),
  author: optional(scalar<string[]>('names', '')),
  publisher: optional(remark()),
  published: optional(date('When the article appeared.')),
  url: optional(remark()),
  language: optional(remark('A language tag of BCP 47.')),
  text: optional(remark("The file with the article's text, relative to the ledger.")),
  skips: list(skip, 'Sentences that were read and make no claim.'),
});

export const ledgerShape = record('ledger', {
  factledger: scalar<typeof FORMAT>('format', ''),
  article,
  claims: list(claim, 'What the article says, one claim each.'),
  events: list(event, 'What happened, and who reported it.'),
});

export type LedgerShape = typeof ledgerShape;

/** Values as a ledger's file holds them: what `change` adds and `yaml` writes. */
export type WrittenSource = Static<typeof source>;
export type WrittenAnchor = Static<typeof anchor>;

/** The published JSON Schema of a ledger (draft 2020-12). */
export function ledgerSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'ledger.schema.json',
    ...ledgerShape,
    title: 'A factledger ledger',
    description: 'The claims of one article, what became of them, and the events that show it.',
    $defs: scalarSchemas,
  };
}

/** The shape of `.factledger.yaml`. */
export const configShape = record('configuration', {
  ledgers: list(text('A glob, relative to this file.'), 'Which ledgers to read.'),
  checks: optional(typed<TUnsafe<unknown>>({ description: 'What check is to report, and how.' })),
});
