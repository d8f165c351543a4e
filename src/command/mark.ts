import { type Marked, markClaims } from '../change/mark-claims.ts';
import { change, changed } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { decidedBy } from '../flow/decided-by.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { newIdWords } from '../flow/new-id-words.ts';
import type { ReadLedger } from '../flow/read-ledgers.ts';
import { Refusal } from '../model/refusal.ts';
import { STATUSES, type Status } from '../model/shape.ts';
import { dateOption, dayOption } from '../options/dates.ts';
import { word, words } from '../options/operand.ts';
import { flag, many, named, one, type Values } from '../options/option.ts';
import { sourceOptions, sourcesOf } from '../options/sources.ts';
import { id, oneOf, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveClaim, resolveEvent } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';
import { styled, type Text } from '../view/page.ts';

const options = {
  evidence: many('event', text, 'an event that the verdict rests on'),
  keepEvidence: flag('what the current verdict rests on, too'),
  event: one('title', text, 'record this event in the same write'),
  eventId: one('id', id, "that event's id; made of the title otherwise"),
  on: dateOption("when that event happened, if not on the verdict's day"),
  ...sourceOptions,
  date: dayOption('the day from which the verdict is held, if not today'),
  by: one('name', text, 'who decided; $FACTLEDGER_BY otherwise'),
  note: one('text', text, 'why, in a sentence'),
  label: one('text', text, "the publisher's own rating, such as Mostly true"),
  uncited: flag('mark without evidence; check will report it'),
  ...writingOptions,
};

export const mark = verb({
  operands: { status: word(String), claim: words(String) },
  manual: [
    'Adds a verdict to each claim, after those it has: nothing is overwritten. Confirmed and refuted need evidence: an event of the ledger (--evidence), what the current verdict rests on (--keep-evidence), or a new event recorded in the same write (--event, --on, --source). A verdict names all that it rests on; nothing is inherited from the one before.',
    'The verdict is held from today on, unless --date says otherwise; never from before the claim was said. --on dates the event, which may be long before. An event with the same title and date is not recorded twice.',
    'Pending with evidence says: looked at, and it does not settle the matter.',
    'All claims are validated before the first is written, and those of one file are one write. A mark that equals the current verdict of its day in status, evidence, by, note and label adds no other; sources that its event lacks are added.',
    'Who decided is taken from --by, else from $FACTLEDGER_BY.',
  ],
  examples: [
    {
      command:
        'mark confirmed harbour-reopens --event "The first ferry docks." --on 2024-03-30 --source https://example.org/ferry',
      what: 'as an event comes in',
    },
    { command: 'mark confirmed harbour-reopens --evidence first-ferry', what: 'by an event of the ledger' },
    {
      command: 'mark pending harbour-reopens --evidence dredging-late --note "Two weeks late."',
      what: 'looked at, not settled',
    },
    { command: 'mark refuted claim-a claim-b --evidence report --dry-run', what: 'see the change first' },
    {
      command: 'list --tag ferry --format ids | xargs factledger mark confirmed --evidence first-ferry',
      what: 'many at once',
    },
  ],
  options,
  formats: TEXT_FORMATS,
  async run(context: Context, { status: typed, claim: names }, given) {
    const status = statusOf(typed, names);
    refuseStrayOptions(given);
    const ledgers = await LedgersToWrite.find(context, given);
    const among = await ledgers.among(names);
    const meant = names.map((name) => resolveClaim(name, among));
    const targets = new Map<ReadLedger, string[]>();
    for (const ledger of among) {
      const ids = new Set(meant.filter((one) => one.ledger === ledger).map(({ record }) => record.id));
      if (ids.size > 0) targets.set(await ledgers.inFull(ledger), [...ids]);
    }
    const requestFor = await requests(context, given, status, [...targets.keys()]);
    const { made, failure } = await change(context, [...targets.keys()], given.dryRun, (target) => {
      const { changes, ...outcome } = markClaims(target.ledger, requestFor(target, claimsIn(targets, target)));
      return { changes, outcome };
    });
    const marks = meant.flatMap(({ ledger, record }) => {
      const one = made.find(({ target }) => target.name === ledger.name);
      const marked = one?.outcome.marked.find(({ id }) => id === record.id);
      const isEventChanged = one?.outcome.isEventChanged ?? false;
      return marked ? [{ ledger: ledger.name, name: ledgers.nameOf(ledger, record.id), marked, isEventChanged }] : [];
    });
    const once = [...new Map(marks.map((one) => [one.marked, one])).values()];
    return changed(made, {
      isDryRun: given.dryRun,
      failure,
      data: once.map(({ ledger, marked: { id, from, to, date: on, changed: isNew } }) => ({
        ledger,
        id,
        from,
        to,
        date: on,
        changed: isNew,
      })),
      lines: once.map(({ name, marked, isEventChanged }) => described(name, marked, isEventChanged)),
      notes: once.flatMap(({ name, marked }) => [...warnings(name, marked, context.today)]),
    });
  },
});

/** The status typed first; where a claim stands there, the answer is the right order. */
function statusOf(typed: string, names: readonly string[]): Status {
  const isStatus = (name: string) => STATUSES.some((status) => status === name.toLowerCase());
  const swapped = names.find(isStatus);
  if (swapped !== undefined && !isStatus(typed)) {
    const claims = [typed, ...names.filter((name) => name !== swapped)].join(' ');
    throw new Refusal('the status comes first', `Write: factledger mark ${swapped.toLowerCase()} ${claims}`);
  }
  return named('<status>', () => oneOf(STATUSES)(typed));
}

function refuseStrayOptions({ event, on, eventId, source, publisher, archived }: Values<typeof options>): void {
  if (event !== null) return;
  const typed = { on, eventId, source: source[0] ?? null, publisher, archived };
  const [key] = Object.entries(typed).find(([, value]) => value !== null) ?? [];
  const stray = key === undefined ? null : key === 'eventId' ? '--event-id' : `--${key}`;
  if (stray === null) return;
  throw new Refusal(
    `${stray} tells of an event, and there is no --event`,
    'Record one: --event "What happened" --on YYYY-MM-DD --source URL.',
    'The day of the verdict is --date; to add a source to an event, use cite.',
  );
}

/** The claims that are meant in a ledger, which may have been read again. */
const claimsIn = (targets: ReadonlyMap<ReadLedger, string[]>, { name }: ReadLedger): readonly string[] =>
  [...targets].find(([target]) => target.name === name)?.[1] ?? [];

/** What is asked of each ledger. */
async function requests(
  context: Context,
  given: Values<typeof options>,
  status: Status,
  targets: readonly ReadLedger[],
) {
  const { event: title, on, eventId, keepEvidence, uncited } = given;
  const { today } = context;
  const verdictDay = given.date ?? today;
  const words = title === null ? [] : await newIdWords(title, eventId, targets[0] ?? null);
  const event = title && { id: eventId, words, title, date: on ?? verdictDay, sources: sourcesOf(given) };
  return (target: ReadLedger, claims: readonly string[]) => ({
    status,
    claims,
    evidence: given.evidence.map((name) => resolveEvent(name, [target]).record.id),
    keepEvidence,
    event: event || null,
    date: verdictDay,
    by: decidedBy(context, given.by),
    note: given.note,
    label: given.label,
    uncited,
    today,
  });
}

function described(name: string, { changed: isNew, from, to, date: on }: Marked, isEventChanged: boolean): Text {
  const what = isEventChanged ? 'its event has a new source' : 'nothing changed';
  if (!isNew) return [`${name}: has that verdict already, `, styled(to, to), ` (${on}); ${what}`];
  return [`${name}: `, styled(from, from), ' → ', styled(to, to), ` (${on})`];
}

function* warnings(name: string, marked: Marked, today: string): Iterable<string> {
  const { overruledBy, overrides, isUnexplained, lateEvidence, date: on } = marked;
  if (overrides !== null) yield `${name}: this takes the place of the verdict by ${overrides} of the same day`;
  if (isUnexplained) yield `${name}: a settled verdict is turned around: say why with --note, or check will report it`;
  if (overruledBy) yield `${name}: today it stays ${overruledBy.status}, by the later verdict of ${overruledBy.date}`;
  if (marked.changed && on > today) yield `${name}: the verdict is held from ${on} on, which is after today`;
  for (const event of lateEvidence) {
    yield `${name}: the event ${event} happened after ${on}, so check will report the verdict`;
  }
}
