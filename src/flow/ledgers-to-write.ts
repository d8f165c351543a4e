import type { NamedLedger } from '../model/ledger.ts';
import { Refusal } from '../model/refusal.ts';
import { fullName } from '../query/names.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { oneLine } from '../text/escape.ts';
import { nearest } from '../text/nearest.ts';
import type { Context } from './context.ts';
import { findLedgers, lookUpLedgers, needed, type ReadLedger, readLedgers } from './read-ledgers.ts';

/** The ledgers in use, for a verb that changes some of them; each is read once, and only where it is needed. */
export class LedgersToWrite {
  private readonly context: Context;
  private readonly inUse: readonly FoundLedger[];
  private readonly wanted: string | null;
  private readonly isDryRun: boolean;

  /**
   * @param ledger the name of the one that is meant, null where none was typed
   * @throws Refusal if the command is to look from another day, or finds no ledger
   */
  static async find(
    context: Context,
    { ledger, dryRun }: { readonly ledger: string | null; readonly dryRun: boolean },
  ) {
    refuseAsOf(context);
    return new LedgersToWrite(context, await findLedgers(context), ledger, dryRun);
  }

  private constructor(context: Context, inUse: readonly FoundLedger[], wanted: string | null, isDryRun: boolean) {
    this.context = context;
    this.inUse = inUse;
    this.wanted = wanted;
    this.isDryRun = isDryRun;
  }

  /** The one that a new record goes to. @throws Refusal where that is not clear, InvalidLedgers if it is not sound */
  async one(): Promise<ReadLedger> {
    const [first, ...others] = this.meant;
    const only = others.length === 0 ? first : await this.ofThisFolder();
    if (only === undefined) {
      const names = this.inUse.map(({ name }) => name).join(', ');
      throw new Refusal('there are several ledgers: say which with --ledger NAME', `They are: ${names}`);
    }
    return this.read(only);
  }

  /** All that the command is about, for one that may change any of them. @throws InvalidLedgers if any is not sound */
  async all(): Promise<readonly ReadLedger[]> {
    for (const found of this.meant) this.refuseUnwritable(found);
    return readLedgers(this.context, this.meant);
  }

  /** Where the configuration chose the ledgers, the `ledger.yaml` of the current folder, if it is among them. */
  private async ofThisFolder(): Promise<FoundLedger | undefined> {
    const { world, globals, config } = this.context;
    if (this.wanted !== null || globals.file.length > 0 || (world.env.FACTLEDGER_FILE ?? '') !== '') return undefined;
    if ((await config.ledgers()) === null) return undefined;
    return this.inUse.find(({ file }) => file === 'ledger.yaml');
  }

  /** Those that names on the command line can mean, to look these up in. */
  async among(names: readonly string[]): Promise<readonly NamedLedger[]> {
    const meant = needed(this.meant, names);
    const [only] = meant;
    // One alone is to be changed: what a cache had of it would be of no use.
    return only && meant.length === 1 ? [await this.read(only)] : lookUpLedgers(this.context, meant);
  }

  /** A ledger that was looked up, read in full. @throws InvalidLedgers if it is no longer sound */
  async inFull(ledger: NamedLedger | ReadLedger): Promise<ReadLedger> {
    const found = this.inUse.find(({ name }) => name === ledger.name);
    if (found === undefined) throw new Error(`the ledger ${ledger.name} is none of those in use`);
    this.refuseUnwritable(found);
    return 'text' in ledger ? ledger : this.read(found);
  }

  /** How a record is named to the user. */
  nameOf({ name }: { readonly name: string }, id: string): string {
    return fullName(name, id, this.inUse.length === 1);
  }

  /** Those that the command is about, not read yet. @throws Refusal if the one that was named is not among them */
  get meant(): readonly FoundLedger[] {
    const { inUse, wanted } = this;
    if (wanted === null) return inUse;
    const found = inUse.find(({ name }) => name === wanted) ?? inUse.find(({ name }) => oneLine(name) === wanted);
    if (found) return [found];
    const names = inUse.map(({ name }) => name);
    const near = nearest(wanted, names, 3);
    throw new Refusal(
      `there is no ledger "${wanted}"`,
      `${near.length > 0 ? 'Did you mean' : 'They are'}: ${(near.length > 0 ? near : names).join(', ')}`,
    );
  }

  private async read(found: FoundLedger): Promise<ReadLedger> {
    this.refuseUnwritable(found);
    const [read] = await readLedgers(this.context, [found]);
    if (read === undefined) throw new Error(`${found.file} was found and not read`);
    return read;
  }

  private refuseUnwritable({ path }: FoundLedger): void {
    if (path !== '-' || this.isDryRun) return;
    throw new Refusal('standard input cannot be written to', 'Name the file in place of "-".');
  }
}

/** Refuses a view from another day, which makes no sense for a command that does not look. */
export function refuseAsOf({ globals }: Context): void {
  if (globals.asOf === null) return;
  throw new Refusal(
    '--as-of is for commands that read',
    'A verdict is dated with --date, an event with --on or --date.',
  );
}
