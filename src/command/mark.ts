import { markClaims } from '../change/mark-claims.ts';
import { markHints } from '../change/mark-hints.ts';
import { change, changed } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { decidedBy } from '../flow/decided-by.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { markRequests } from '../flow/mark-requests.ts';
import type { ReadLedger } from '../flow/read-ledgers.ts';
import { Refusal } from '../model/refusal.ts';
import { STATUSES, type Status } from '../model/shape.ts';
import { word, words } from '../options/operand.ts';
import { flag, named } from '../options/option.ts';
import { sourcesOf } from '../options/sources.ts';
import { oneOf } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { refuseStrayFields, verdictFields } from '../options/verdict-fields.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveClaim } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';
import { markedWords } from '../view/marked-words.ts';

const options = {
  ...verdictFields,
  keepEvidence: flag('what the current verdict rests on, too'),
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
    refuseStrayFields(given);
    const ledgers = await LedgersToWrite.find(context, given);
    const among = await ledgers.among(names);
    const meant = names.map((name) => resolveClaim(name, among));
    const targets = new Map<ReadLedger, string[]>();
    for (const ledger of among) {
      const ids = new Set(meant.filter((one) => one.ledger === ledger).map(({ record }) => record.id));
      if (ids.size > 0) targets.set(await ledgers.inFull(ledger), [...ids]);
    }
    const asked = { ...given, by: decidedBy(context, given.by), sources: sourcesOf(given) };
    const requestFor = await markRequests([...targets.keys()], status, asked, context.today);
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
      lines: once.map(({ name, marked, isEventChanged }) => [`${name}: `, ...markedWords(marked, isEventChanged)]),
      notes: once.flatMap(({ name, marked }) => markHints(marked, context.today).map((hint) => `${name}: ${hint}`)),
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

/** The claims that are meant in a ledger, which may have been read again. */
const claimsIn = (targets: ReadonlyMap<ReadLedger, string[]>, { name }: ReadLedger): readonly string[] =>
  [...targets].find(([target]) => target.name === name)?.[1] ?? [];
