import type { ClaimView, EventView, NamedLedger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { oneLine } from '../text/escape.ts';
import { nearest } from '../text/nearest.ts';

/** What a name on the command line stands for. */
export type Named =
  | { readonly type: 'claim'; readonly ledger: NamedLedger; readonly record: ClaimView }
  | { readonly type: 'event'; readonly ledger: NamedLedger; readonly record: EventView };

export type NamedType = Named['type'];

const SHOWN = 10;

/**
 * Finds what a name stands for: an id, `ledger/id`, or a prefix that fits one only; `claim:` or `event:` before it
 * names the type. An exact id beats a former one, and that a prefix.
 * @param types what the name may stand for
 * @returns one record, or a claim and an event where both have, or had, that very id
 * @throws Refusal if nothing fits (with the nearest ids) or several do (with their texts)
 */
export function resolveName(
  name: string,
  ledgers: readonly NamedLedger[],
  types: readonly [NamedType, ...NamedType[]],
): readonly [Named, ...Named[]] {
  const { type, within, id } = takeApart(name, ledgers);
  if (type !== null && !types.includes(type)) {
    throw new Refusal(`${name}: the name of ${a(types[0])} is due here, not of ${a(type)}`);
  }
  const wanted = type === null ? types : [type];
  const present = within.flatMap((ledger) => exactly(ledger, id, wanted));
  const exact = present.length > 0 ? present : within.flatMap((ledger) => formerly(ledger, id, wanted));
  const pool = exact.length > 0 ? [] : within.map(records);
  const isWanted = ({ type: of }: Named) => wanted.includes(of);
  const fits =
    exact.length > 0 || id === ''
      ? exact
      : pool.flatMap((some) => some.filter((one) => one.record.id.startsWith(id) && isWanted(one)));
  const [first, ...others] = fits;
  if (!first) throw unknown(name, id, pool.flat().filter(isWanted), types, ledgers);
  const isAlike = ({ record }: Named) => exact.length > 0 || record.id === first.record.id;
  const unique = fits.every((named) => isAlike(named) && named.ledger === first.ledger);
  if (!unique) throw ambiguous(name, fits, ledgers);
  return [first, ...others];
}

/**
 * The claim or event that a name stands for.
 * @throws Refusal where it stands for both
 */
export function resolveOne(name: string, ledgers: readonly NamedLedger[]): Named {
  const [named, ...others] = resolveName(name, ledgers, ['claim', 'event']);
  if (others.length > 0) throw ambiguous(name, [named, ...others], ledgers);
  return named;
}

/** The same, or an event that several ledgers hold alike, with one id, day and title, in each of them. */
export function resolveAlike(name: string, ledgers: readonly NamedLedger[]): readonly [Named, ...Named[]] {
  const { type, within, id } = takeApart(name, ledgers);
  const types: readonly NamedType[] = type === null ? ['claim', 'event'] : [type];
  const present = within.flatMap((ledger) => exactly(ledger, id, types));
  const exact = present.length > 0 ? present : within.flatMap((ledger) => formerly(ledger, id, types));
  const [first] = exact;
  const isAlike = (one: Named) =>
    one.type === 'event' &&
    first?.type === 'event' &&
    one.record.id === first.record.id &&
    one.record.date === first.record.date &&
    one.record.title === first.record.title;
  return first && exact.every(isAlike) ? [first, ...exact.slice(1)] : [resolveOne(name, ledgers)];
}

/** The claim that a name stands for. */
export function resolveClaim(name: string, ledgers: readonly NamedLedger[]): Extract<Named, { type: 'claim' }> {
  const [named] = resolveName(name, ledgers, ['claim']);
  if (named.type !== 'claim') throw new Error(`${name} is no claim`);
  return named;
}

/** The event that a name stands for. */
export function resolveEvent(name: string, ledgers: readonly NamedLedger[]): Extract<Named, { type: 'event' }> {
  const [named] = resolveName(name, ledgers, ['event']);
  if (named.type !== 'event') throw new Error(`${name} is no event`);
  return named;
}

/** The ledger that a name is written for, `ledger/id`; null where the name does not say. */
export function ledgerOf<L extends { readonly name: string }>(name: string, ledgers: readonly L[]): L | null {
  const bare = name.replace(/^(?:claim|event):/, '');
  return (
    ledgers.find(({ name: ledger }) => bare.startsWith(`${ledger}/`) || bare.startsWith(`${oneLine(ledger)}/`)) ?? null
  );
}

/**
 * The ledger that `ledger:NAME` names; null for another name.
 * @throws Refusal if there is none of that name
 */
export function namedLedger<L extends { readonly name: string }>(name: string, ledgers: readonly L[]): L | null {
  if (!name.startsWith('ledger:')) return null;
  const wanted = name.slice('ledger:'.length);
  const found = ledgers.find((one) => one.name === wanted || oneLine(one.name) === wanted);
  if (found) return found;
  const names = ledgers.map((one) => one.name);
  const near = nearest(wanted, names, 3);
  throw new Refusal(
    `there is no ledger "${wanted}"`,
    `${near.length > 0 ? 'Did you mean' : 'The ledgers are'}: ${(near.length > 0 ? near : names.slice(0, SHOWN)).join(', ')}`,
  );
}

/** How a record is named to the user: `ledger/id` where there are several ledgers. */
export function fullName(ledger: string, id: string, isOnlyLedger: boolean): string {
  return isOnlyLedger ? id : `${ledger}/${id}`;
}

function takeApart(name: string, ledgers: readonly NamedLedger[]) {
  const [, typed, bare = name] = /^(?:(claim|event):)?(.*)$/s.exec(name) ?? [];
  const type: NamedType | null = typed === 'claim' || typed === 'event' ? typed : null;
  const ledger = ledgerOf(bare, ledgers);
  const within = ledger ? [ledger] : ledgers;
  // A ledger's name may be typed as it is shown.
  const id = ledger
    ? bare.slice((bare.startsWith(`${ledger.name}/`) ? ledger.name : oneLine(ledger.name)).length + 1)
    : bare;
  if (!ledger && bare.includes('/')) {
    const wanted = bare.slice(0, bare.lastIndexOf('/'));
    const names = ledgers.map((candidate) => candidate.name);
    const near = nearest(wanted, names, 3);
    throw new Refusal(
      `there is no ledger "${wanted}"`,
      `${near.length > 0 ? 'Did you mean' : 'The ledgers are'}: ${(near.length > 0 ? near : names.slice(0, SHOWN)).join(', ')}`,
    );
  }
  return { type, within, id };
}

const ids = new WeakMap<NamedLedger, Map<string, Named[]>>();
const asked = new WeakSet<NamedLedger>();

/** The records with just that id. */
function exactly(ledger: NamedLedger, id: string, types: readonly NamedType[]): readonly Named[] {
  if (asked.has(ledger)) return (idsOf(ledger).get(id) ?? []).filter(({ type }) => types.includes(type));
  asked.add(ledger);
  // For one name, which is the rule, no list of all is made.
  const found: Named[] = [];
  if (types.includes('claim')) {
    for (const record of ledger.claims()) if (record.id === id) found.push({ type: 'claim', ledger, record });
  }
  if (types.includes('event')) {
    for (const record of ledger.events()) if (record.id === id) found.push({ type: 'event', ledger, record });
  }
  return found;
}

/** The records that had that id. */
function formerly(ledger: NamedLedger, id: string, types: readonly NamedType[]): readonly Named[] {
  return records(ledger).filter(({ type, record }) => types.includes(type) && record.formerly.includes(id));
}

/** A ledger's records by id, made once: a thousand names must not walk it a thousand times. */
function idsOf(ledger: NamedLedger): Map<string, Named[]> {
  let byId = ids.get(ledger);
  if (byId) return byId;
  byId = new Map();
  for (const named of records(ledger)) {
    const alike = byId.get(named.record.id);
    if (alike) alike.push(named);
    else byId.set(named.record.id, [named]);
  }
  ids.set(ledger, byId);
  return byId;
}

const all = new WeakMap<NamedLedger, readonly Named[]>();

/** A ledger's records, made once: a thousand prefixes must not make a thousand lists. */
function records(ledger: NamedLedger): readonly Named[] {
  const made = all.get(ledger) ?? [
    ...Array.from(ledger.claims(), (record) => ({ type: 'claim' as const, ledger, record })),
    ...Array.from(ledger.events(), (record) => ({ type: 'event' as const, ledger, record })),
  ];
  all.set(ledger, made);
  return made;
}

const a = (type: NamedType) => (type === 'event' ? 'an event' : 'a claim');
const textOf = (named: Named) => (named.type === 'claim' ? named.record.text : named.record.title);

function describe(all: readonly Named[], ledgers: readonly NamedLedger[]): string[] {
  const candidates = all.slice(0, SHOWN);
  const rows = candidates.map((named) => {
    const { type, ledger, record } = named;
    const name = fullName(ledger.name, record.id, ledgers.length === 1);
    const twice = candidates.some((other) => other.type !== type && other.record.id === record.id);
    return { name: twice ? `${type}:${name}` : name, text: textOf(named) };
  });
  const width = Math.min(40, Math.max(...rows.map(({ name }) => name.length)));
  const lines = rows.map(({ name, text }) => `  ${name.padEnd(width)}  ${text}`);
  return all.length > SHOWN ? [...lines, `  … and ${all.length - SHOWN} more`] : lines;
}

function unknown(
  name: string,
  id: string,
  pool: readonly Named[],
  types: readonly NamedType[],
  ledgers: readonly NamedLedger[],
): Refusal {
  const what = types.map((type) => (type === 'event' ? 'event' : 'claim')).join(' or ');
  const ids = nearest(id, new Set(pool.map(({ record }) => record.id)), 3);
  const near = ids.flatMap((nearId) => pool.filter(({ record }) => record.id === nearId));
  const verbs = types.map((type) => (type === 'event' ? 'factledger events' : 'factledger list')).join(' and ');
  const advice = near.length > 0 ? ['Nearest:', ...describe(near, ledgers)] : [`See ${verbs} for the ids.`];
  return new Refusal(`there is no ${what} "${name}"`, ...advice);
}

function ambiguous(name: string, fits: readonly Named[], ledgers: readonly NamedLedger[]): Refusal {
  return new Refusal(`"${name}" fits several; name one:`, ...describe(fits, ledgers));
}
