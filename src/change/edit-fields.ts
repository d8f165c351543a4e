import { firstDay } from '../model/dates.ts';
import type { Claim, Ledger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { kindOf } from '../model/status.ts';
import { oneOrMore } from '../text/one-or-more.ts';
import { type Correction, claimOf, eventOf, together, withKey } from './correction.ts';

/** What is typed for a key: null where nothing was, an empty text to take the key out. */
type Typed = string | null;

export interface ClaimFields {
  readonly text: Typed;
  /** All of them; empty where none was typed, one empty text to take the key out. */
  readonly speaker: readonly string[];
  readonly via: Typed;
  readonly kind: Typed;
  readonly said: Typed;
  readonly due: Typed;
  readonly tag: readonly string[];
  readonly untag: readonly string[];
  readonly note: Typed;
}

/** What changes keys of a claim. @throws Refusal if the claim cannot be as it would then be */
export function editClaim(ledger: Ledger, id: string, fields: ClaimFields): Correction {
  const claim = claimOf(ledger, id);
  const path = ['claims', claim.place.index] as const;
  const { text, speaker, via, kind, said, due, note } = fields;
  if (kind === 'opinion' && kindOf(claim) !== 'opinion' && claim.verdicts.length > 0) {
    throw new Refusal(
      `${id} has verdicts, and an opinion has none`,
      'Withdraw the claim and add the opinion in its place: add TEXT --kind opinion --replaces CLAIM --reason WHY.',
    );
  }
  // Without a day of its own, it was said when the article was published.
  const day = said === '' ? ledger.article.published : said;
  const early =
    day === null || isSaid(claim, said) ? undefined : claim.verdicts.find(({ date }) => date < firstDay(day));
  if (early) {
    throw new Refusal(
      `${id} was judged on ${early.date}: it cannot have been said on ${day}, after that`,
      'If the verdict has the wrong day, withdraw it and mark again.',
    );
  }
  return together([
    ...given(text, (to) => withKey(path, 'text', claim.text, required(to, `a claim needs its text`))),
    ...givenList(speaker, (to) => withKey(path, 'speaker', written(claim.speaker), to)),
    ...given(via, (to) => withKey(path, 'via', claim.via, to)),
    ...given(kind, (to) => (to === kindOf(claim) ? together([]) : withKey(path, 'kind', claim.kind, to))),
    ...given(said, (to) => withKey(path, 'said', claim.said, to)),
    ...given(due, (to) => withKey(path, 'due', claim.due, to)),
    editTags(path, claim.tags, fields),
    ...given(note, (to) => withKey(path, 'note', claim.note, to)),
  ]);
}

const isSaid = (claim: Claim, said: Typed) => (claim.said ?? '') === said;

const written = (names: readonly string[] | null) => oneOrMore(names ?? []);

const orNull = (typed: string): string | null => (/\S/.test(typed) ? typed : null);

const given = (typed: Typed, correct: (to: string | null) => Correction): readonly Correction[] =>
  typed === null ? [] : [correct(orNull(typed))];

function givenList(
  typed: readonly string[],
  correct: (to: string | readonly string[] | null) => Correction,
): readonly Correction[] {
  if (typed.length === 0) return [];
  return [correct(oneOrMore(typed.filter((name) => orNull(name) !== null)))];
}

function required(to: string | null, message: string): string {
  if (to === null) throw new Refusal(message, 'It cannot be emptied.');
  return to;
}

function editTags(
  record: readonly [string, number],
  tags: readonly string[],
  { tag, untag }: Pick<ClaimFields, 'tag' | 'untag'>,
): Correction {
  const path = [...record, 'tags'] as const;
  const both = tag.find((one) => untag.includes(one));
  if (both !== undefined) throw new Refusal(`the tag "${both}" is to be added and taken away`, 'Choose one.');
  const added = [...new Set(tag)].filter((one) => !tags.includes(one));
  const gone = [...new Set(untag)].filter((one) => tags.includes(one));
  const left = tags.filter((one) => !gone.includes(one));
  if (added.length === 0 && gone.length === 0) return together([]);
  const to = [...left, ...added];
  const keys = [{ key: 'tags', from: tags, to }];
  if (to.length === 0) return { changes: [{ kind: 'remove', path }], keys };
  // Items one by one: comments beside the others stay.
  if (left.length === 0) return { changes: [{ kind: 'set', path, value: to }], keys };
  return {
    changes: [
      ...added.map((item) => ({ kind: 'append' as const, path, item })),
      ...gone.map((item) => ({ kind: 'remove' as const, path, item })),
    ],
    keys,
  };
}

export interface EventFields {
  readonly title: Typed;
  readonly date: Typed;
}

/** What changes keys of an event. */
export function editEvent(ledger: Ledger, id: string, { title, date }: EventFields): Correction {
  const event = eventOf(ledger, id);
  const path = ['events', event.place.index] as const;
  return together([
    ...given(title, (to) => withKey(path, 'title', event.title, required(to, 'an event needs its title'))),
    ...given(date, (to) => withKey(path, 'date', event.date, required(to, 'an event needs its date'))),
  ]);
}

export interface ArticleFields {
  readonly title: Typed;
  readonly author: readonly string[];
  readonly publisher: Typed;
  readonly published: Typed;
  readonly url: Typed;
  readonly language: Typed;
  readonly text: Typed;
}

/** What changes keys of the article. */
export function editArticle({ article }: Ledger, fields: ArticleFields): Correction {
  const { title, author, publisher, published, url, language, text } = fields;
  const path = ['article'];
  return together([
    ...given(title, (to) => withKey(path, 'title', article.title, required(to, 'an article needs its title'))),
    ...givenList(author, (to) => withKey(path, 'author', written(article.author), to)),
    ...given(publisher, (to) => withKey(path, 'publisher', article.publisher, to)),
    ...given(published, (to) => withKey(path, 'published', article.published, to)),
    ...given(url, (to) => withKey(path, 'url', article.url, to)),
    ...given(language, (to) => withKey(path, 'language', article.language, to)),
    ...given(text, (to) => withKey(path, 'text', article.text, to)),
  ]);
}
