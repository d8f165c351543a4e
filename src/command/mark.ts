import { type Marked, markClaims } from '../change/mark-claims.ts';
import { type Plan, prove, refuseUnwritable, write } from '../flow/change-ledger.ts';
import type { Context } from '../flow/context.ts';
import { type Format, formatOption } from '../flow/formats.ts';
import { findLedgers, inFull, lookUpToWrite, needed, type ReadLedger } from '../flow/read-ledgers.ts';
import { verb } from '../flow/verb.ts';
import type { Ledger, NamedLedger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { STATUSES, type Status } from '../model/shape.ts';
import { sourcesOf } from '../options/sources.ts';
import { address, date, day, oneOf, text } from '../options/values.ts';
import { fullName, resolveClaim, resolveEvent } from '../query/names.ts';
import { unifiedDiff } from '../view/diff.ts';
import { json } from '../view/json.ts';

interface Options {
  readonly evidence?: readonly string[];
  readonly keepEvidence?: boolean;
  readonly event?: string;
  readonly on?: string;
  readonly source?: readonly string[];
  readonly publisher?: string;
  readonly date?: string;
  readonly by?: string;
  readonly note?: string;
  readonly uncited?: boolean;
  readonly dryRun?: boolean;
  readonly format?: Format;
}

export const mark = verb<Options>({
  name: 'mark',
  operands: '<status> <claim...>',
  summary: 'add a verdict to claims: confirmed, pending or refuted',
  manual: [
    'Adds a verdict to each claim, behind those it has: nothing is overwritten. Confirmed and refuted need evidence: an event of the ledger (--evidence), what the verdict in force rests on (--keep-evidence), or a new event recorded in the same write (--event, --on, --source). A verdict names all that it rests on; nothing is inherited from the one before.',
    'The verdict is held from today on, unless --date says otherwise; never from before the claim was said. --on dates the event, which may be long before. An event with the same title and date is not recorded twice.',
    'Pending with evidence says: looked at, and it does not settle the matter.',
    'All claims are proven before the first is written, and those of one file are one write. A mark that equals a verdict of the claim in date, status, evidence, by and note changes nothing.',
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
  options: [
    { flags: '--evidence <event>', what: 'an event that the verdict rests on', repeats: true, parse: text },
    { flags: '--keep-evidence', what: 'what the verdict in force rests on, too' },
    { flags: '--event <title>', what: 'record this event in the same write', parse: text },
    { flags: '--on <date>', what: "when that event happened; the verdict's day otherwise", parse: date },
    { flags: '--source <url>', what: 'the address of a report of that event', repeats: true, parse: address },
    { flags: '--publisher <name>', what: 'who published the report', parse: text },
    { flags: '--date <day>', what: 'the day from which the verdict is held; today otherwise', parse: day },
    { flags: '--by <name>', what: 'who decided; $FACTLEDGER_BY otherwise' },
    { flags: '--note <text>', what: 'why, in a sentence' },
    { flags: '--uncited', what: 'mark without evidence; check will report it' },
    { flags: '--dry-run', what: 'show the change as a diff and write nothing' },
    formatOption,
  ],
  async run(context, operands, options) {
    const [typed, names] = operands as [string, readonly string[]];
    const status = statusOf(typed, names);
    refuseStrayOptions(options);
    const found = await findLedgers(context);
    const ledgers = await lookUpToWrite(context, needed(found, names));
    const meant = names.map((name) => resolveClaim(name, ledgers));
    const targets: { read: ReadLedger; claims: string[] }[] = [];
    for (const [ledger, claims] of byLedger(meant, ledgers)) {
      targets.push({ read: await inFull(context, ledger, found), claims });
    }
    if (!options.dryRun)
      refuseUnwritable(
        context,
        targets.map(({ read }) => read.found),
      );
    const slug = options.event === undefined ? '' : (await import('../change/slug.ts')).slugOf(options.event);
    const proven = targets.map(({ read, claims }) => {
      const plan = planOf(context, options, slug, status, read, claims);
      return { read, plan, proof: prove(read, plan) };
    });
    if (options.dryRun && options.format !== 'json') {
      for (const { read, proof } of proven) {
        if (proof.after === proof.before) continue;
        const file = read.file.replaceAll('\\', '/');
        await context.print(await unifiedDiff(file, proof.before, proof.after, context.colors, context.width !== null));
      }
    }
    const done: { ledger: string; marked: Marked }[] = [];
    let failure: unknown = null;
    for (const { read, plan, proof } of proven) {
      try {
        const outcome = options.dryRun ? proof.outcome : await write(context, read.found, plan, proof);
        for (const marked of outcome) done.push({ ledger: read.name, marked });
      } catch (error) {
        // What other ledgers hold by now is told before it.
        failure = error;
        break;
      }
    }
    const order = new Map(meant.map(({ ledger, record }, index) => [`${ledger.name}/${record.id}`, index]));
    const position = (ledger: string, marked: Marked) => order.get(`${ledger}/${marked.id}`) ?? 0;
    const marks = done.sort((a, b) => position(a.ledger, a.marked) - position(b.ledger, b.marked));
    if (options.format === 'json' && (failure === null || marks.length > 0)) {
      await context.print(json(marks.map(({ ledger, marked }) => forPrograms(ledger, marked))));
    }
    for (const { ledger, marked } of marks) {
      const name = fullName(ledger, marked.id, found.length === 1);
      const line = describe(name, marked, context);
      if (options.dryRun) await context.note(line);
      else if (options.format !== 'json') await context.print(`${line}\n`);
      await warn(context, name, marked);
    }
    if (failure !== null) throw failure;
    return undefined;
  },
});

/** The status typed first; where a claim stands there, the answer is the right order. */
function statusOf(typed: string, names: readonly string[]): Status {
  const known = STATUSES.find((status) => status === typed);
  if (known) return known;
  const swapped = names.find((name) => STATUSES.some((status) => status === name.toLowerCase()));
  if (swapped !== undefined && !STATUSES.some((status) => status === typed.toLowerCase())) {
    const claims = [typed, ...names.filter((name) => name !== swapped)].join(' ');
    throw new Refusal('the status comes first', `Write: factledger mark ${swapped.toLowerCase()} ${claims}`);
  }
  try {
    return oneOf(STATUSES)(typed);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`<status>: ${error.message}`);
    throw error;
  }
}

function refuseStrayOptions({ event, on, source, publisher }: Options): void {
  if (event !== undefined) return;
  const stray =
    on !== undefined ? '--on' : source !== undefined ? '--source' : publisher !== undefined ? '--publisher' : null;
  if (stray === null) return;
  throw new Refusal(
    `${stray} tells of an event, and there is no --event`,
    'Record one: --event "What happened" --on YYYY-MM-DD --source URL.',
    'The day of the verdict is --date; to add a source to an event, use cite.',
  );
}

/** The claims meant, each once, by ledger, in the order of the ledgers. */
function byLedger(
  meant: readonly ReturnType<typeof resolveClaim>[],
  ledgers: readonly NamedLedger[],
): Map<NamedLedger, string[]> {
  const claims = new Map<NamedLedger, Set<string>>();
  for (const { ledger, record } of meant) claims.set(ledger, (claims.get(ledger) ?? new Set()).add(record.id));
  const touched = ledgers.filter((ledger) => claims.has(ledger));
  return new Map(touched.map((ledger) => [ledger, [...(claims.get(ledger) ?? [])]]));
}

function planOf(
  context: Context,
  options: Options,
  slug: string,
  status: Status,
  read: ReadLedger,
  claims: readonly string[],
): Plan<Marked[]> {
  const verdictDay = options.date ?? context.today;
  const evidence = (options.evidence ?? []).map((name) => resolveEvent(name, [read]).record.id);
  const by = options.by ?? context.world.env.FACTLEDGER_BY ?? '';
  const request = {
    status,
    claims,
    evidence,
    keepEvidence: options.keepEvidence ?? false,
    event:
      options.event === undefined
        ? null
        : {
            id: null,
            slug,
            title: options.event,
            date: options.on ?? verdictDay,
            sources: sourcesOf(options.source ?? [], options.publisher),
          },
    date: verdictDay,
    by: by.trim() === '' ? null : by,
    note: options.note === undefined || options.note.trim() === '' ? null : options.note,
    uncited: options.uncited ?? false,
    today: context.today,
  };
  return (ledger: Ledger) => {
    const { marked, changes } = markClaims(ledger, request);
    return { changes, outcome: marked };
  };
}

function forPrograms(ledger: string, { id, from, to, date: on, changed }: Marked): object {
  return { ledger, id, from, to, date: on, changed };
}

function describe(name: string, marked: Marked, { colors }: Context): string {
  const to = colors.status(marked.to)(marked.to);
  if (!marked.changed) return `${name}: has that verdict already, ${to} (${marked.date}); nothing changed`;
  return `${name}: ${colors.status(marked.from)(marked.from)} → ${to} (${marked.date})`;
}

async function warn(context: Context, name: string, marked: Marked): Promise<void> {
  const { overruledBy, lateEvidence } = marked;
  if (overruledBy) {
    await context.note(`${name}: today it stays ${overruledBy.status}, by the later verdict of ${overruledBy.date}`);
  }
  if (marked.changed && marked.date > context.today) {
    await context.note(`${name}: the verdict is held from ${marked.date} on, which is after today`);
  }
  for (const event of lateEvidence) {
    await context.note(`${name}: the event ${event} happened after ${marked.date}, so check will report the verdict`);
  }
}
