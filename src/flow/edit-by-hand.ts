import type { KeyChange } from '../change/correction.ts';
import type { Ledger } from '../model/ledger.ts';
import { InvalidLedgers, Refusal } from '../model/refusal.ts';
import type { Named } from '../query/names.ts';
import { Draft } from '../store/draft.ts';
import { openEditor } from '../store/editor.ts';
import { update } from '../store/save.ts';
import { PATIENCE } from './change.ts';
import type { Context } from './context.ts';
import { corrected } from './corrected.ts';
import { noteOf } from './note-of.ts';
import { type ReadLedger, readAgain } from './read-ledgers.ts';

/** What is to be edited: a record of a ledger, or its article. */
interface Subject {
  readonly id: string;
  /** As it is named to the user. */
  readonly name: string;
  /** Null for the article. */
  readonly found: Named | null;
  readonly isDryRun: boolean;
}

/**
 * Opens a copy of a ledger in the user's editor, without a lock, and writes what comes back.
 * @throws Refusal, with where the copy is, if that is no sound ledger, or if the ledger changed meanwhile
 */
export async function editByHand(context: Context, target: ReadLedger, subject: Subject) {
  const { found, text } = target;
  const draft = new Draft(found.path, text);
  const keep = (error: Refusal) => {
    const isKept = draft.holdsOtherThan(text);
    if (!isKept) draft.discard();
    const copy = `Nothing was written.${isKept ? ` What you wrote is in ${draft.path}` : ''}`;
    return error instanceof InvalidLedgers
      ? new InvalidLedgers(error.lines, copy)
      : new Refusal(error.message, ...error.advice, copy);
  };
  let after: string;
  let read: ReadLedger;
  try {
    openEditor(context.world.env, draft.path, lineOf(target, subject));
    after = draft.read();
    read = await readAgain({ ...found, file: draft.path }, after);
    if (!subject.isDryRun && after !== text) await write(context, target, after);
  } catch (error) {
    throw error instanceof Refusal ? keep(error) : error;
  }
  draft.discard();
  const keys = differences(subject, target.ledger, read.ledger);
  const isOther = after !== text && keys.length === 0;
  const isGone = recordIn(read.ledger, subject) === undefined;
  const other = isGone ? 'is no longer in the ledger' : 'its texts are as before; something else was changed';
  const notes = isOther ? [`${subject.name}: ${other}`] : [];
  const made = { target, before: text, after, outcome: null };
  const record = { ledger: target.name, id: subject.id, name: subject.name, keys, isOtherwise: isOther };
  return corrected([made], [record], { isDryRun: subject.isDryRun, notes });
}

async function write(context: Context, { found, text }: ReadLedger, after: string): Promise<void> {
  const edit = (now: string) => {
    if (now === text) return after;
    throw new Refusal(`${found.file} was changed while it was open in the editor`);
  };
  const files = [{ path: found.path, file: found.file, edit }];
  const { failure } = await update(files, { ...PATIENCE, tell: context.note }, noteOf(context));
  if (failure !== null) throw failure;
}

const lineOf = ({ ledger }: ReadLedger, { found }: Subject): number =>
  found === null ? ledger.article.place.line : found.record.place.line;

/** The keys of a record that hold another text, or another list of texts, than before. */
function differences(subject: Subject, before: Ledger, after: Ledger): KeyChange[] {
  const was = recordIn(before, subject);
  const is = recordIn(after, subject);
  if (was === undefined || is === undefined) return [];
  return [...was].flatMap(([key, from]) => {
    const to = is.get(key) ?? null;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ key, from, to }];
  });
}

/** Its texts by key; one whose id was changed is still where it was, and says the same. */
function recordIn(ledger: Ledger, { found, id }: Subject): ReadonlyMap<string, KeyChange['from']> | undefined {
  const all: readonly Named['record'][] = found?.type === 'event' ? ledger.events : ledger.claims;
  const there =
    all.find((one) => one.id === id) ??
    all.find((one) => one.formerly.includes(id)) ??
    all.find((one) => found && one.place.line === found.record.place.line && saidIn(one) === saidIn(found.record));
  const record = found === null ? ledger.article : there;
  if (record === undefined) return undefined;
  return new Map(Object.entries(record).flatMap(([key, value]) => (isText(value) ? [[key, value] as const] : [])));
}

const saidIn = (record: Named['record']) => ('text' in record ? record.text : record.title);

const isText = (value: unknown): value is KeyChange['from'] =>
  value === null ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));
