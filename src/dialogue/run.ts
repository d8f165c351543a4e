import { changeOne, PATIENCE } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { type ReadLedger, readAgain } from '../flow/read-ledgers.ts';
import { Refusal } from '../model/refusal.ts';
import { openLedger } from '../store/input.ts';
import { update } from '../store/save.ts';
import { splicesBack } from '../store/splices-back.ts';
import { takenBack, type UndoFile } from '../store/undo-entry.ts';
import { UndoJournal } from '../store/undo-journal.ts';
import { UndoNote } from '../store/undo-note.ts';
import { sha256 } from '../text/digest.ts';
import { type Answer, answerShown } from './answer.ts';
import type { Given, Planned, Stand, Subject, Told, Write } from './answer-verb.ts';

/** An answer that was written. */
interface Written {
  readonly file: UndoFile;
  /** That in the journal of all commands. */
  readonly note: UndoNote;
  /** The item that was at hand. */
  readonly at: number;
  readonly told: Told;
}

/** Goes through the items of a subject, an answer at a time; each is written at once, on the file as it is then. */
export class Run<S extends Stand> {
  private readonly context: Context;
  private readonly subject: Subject<S>;
  private readonly isDryRun: boolean;
  private readonly written: Written[] = [];
  private now: S;

  /** @param isDryRun whether to leave the file as it is */
  constructor(context: Context, subject: Subject<S>, start: S, isDryRun: boolean) {
    this.context = context;
    this.subject = subject;
    this.now = start;
    this.isDryRun = isDryRun;
  }

  get state(): S {
    return this.now;
  }

  /** Takes another item at hand. */
  goTo(at: number): void {
    this.now = this.subject.seenFrom(this.now, at);
  }

  /**
   * Gives an answer.
   * @returns what it did; or that it asks for help, or ends the run
   * @throws Refusal if it cannot be done: nothing is written then
   */
  async give(answer: Answer): Promise<Given | 'help' | 'leave'> {
    if (answer.about !== null) this.now = this.subject.turnedTo(this.now, answer.about);
    await this.renew();
    const verb = this.subject.verbs[answer.verb];
    if (verb === undefined) throw new Error(`there is no answer ${answer.verb}`);
    const act = await verb.act(this.now, answer, this.context.vantage.day);
    if (act === 'help' || act === 'leave') return act;
    if (act === 'undo') return this.takeBack();
    const ledger = this.now.target.name;
    if ('plan' in act) return { ...(await this.write(answer, act)), ledger };
    this.now = act.to;
    return { ...act.told, ledger };
  }

  /** Reads the ledger anew where somebody else has changed it. @throws InvalidLedgers if it is no longer sound */
  async renew(): Promise<void> {
    // In a dry run, only what the answers would have made of it counts.
    if (this.isDryRun) return;
    const { found, text, file } = this.now.target;
    const opened = await openLedger(this.context.world, found);
    if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
    if (opened.text !== text) this.now = this.subject.renewed(this.now, await readAgain(found, opened.text));
  }

  private async write(answer: Answer, { plan, after: next }: Write<S>): Promise<Told> {
    const { context, subject, now } = this;
    const { world, words } = context;
    const note = new UndoNote(new UndoJournal(world.stateFolder), [...words, answerShown(answer)], world.now());
    const planned = ({ changes, told }: Planned) => ({ changes, outcome: told });
    const { target, before, after, outcome } = await changeOne(
      context,
      now.target,
      this.isDryRun,
      (fresh) => planned(plan(fresh === now.target ? now : subject.renewed(now, fresh))),
      note,
    );
    if (before !== after) this.written.push({ file: undoFile(target, before, after), note, at: now.at, told: outcome });
    this.now = next(subject.renewed(now, await readAgain(target.found, after)));
    return outcome;
  }

  /** Takes the last answer of this run back, byte for byte. @throws Refusal if the ledger has changed since */
  private async takeBack(): Promise<Given> {
    const last = this.written.at(-1);
    if (last === undefined) throw new Refusal('no answer of this run is left to take back', 'See factledger undo.');
    const { told } = last;
    const there = this.subject.seenFrom(this.now, last.at);
    const { found, name: ledger } = there.target;
    const restored = await this.restored(there.target, last.file);
    last.note.forget();
    this.written.pop();
    this.now = this.subject.renewed(there, await readAgain(found, restored));
    const changes = told.changes.map(({ key, from, to }) => ({ key, from: to, to: from }));
    return { ...told, words: `taken back: ${told.words}`, changes, ledger };
  }

  /** The text as it was before an answer, put in its place under the lock. */
  private async restored({ found, file, text }: ReadLedger, noted: UndoFile): Promise<string> {
    const back = (now: string): string => {
      const old = sha256(now) === noted.after ? takenBack(now, noted) : null;
      if (old === null) throw new Refusal(`${file} has changed since that answer`, 'Nothing was taken back.');
      return old;
    };
    if (this.isDryRun) return back(text);
    let restored = '';
    const edit = (now: string) => {
      restored = back(now);
      return restored;
    };
    const patience = { ...PATIENCE, tell: this.context.note };
    const { failure } = await update([{ path: found.path, file, edit }], patience, null);
    if (failure !== null) throw failure;
    return restored;
  }
}

const undoFile = ({ found }: ReadLedger, before: string, after: string): UndoFile => ({
  path: found.path,
  before: sha256(before),
  after: sha256(after),
  splices: splicesBack(before, after),
});
