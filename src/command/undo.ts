import type { Context } from '../flow/context.ts';
import { CommandsBefore, type LastCommand } from '../flow/last-command.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { Refusal } from '../model/refusal.ts';
import { flag } from '../options/option.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import type { FoundLedger } from '../store/found-ledger.ts';
import { shown as shownPath, slashed } from '../store/found-ledger.ts';
import { repositoryOf } from '../store/repository.ts';
import type { UndoEntry } from '../store/undo-entry.ts';
import { UndoJournal } from '../store/undo-journal.ts';
import { commandShown } from '../text/command-shown.ts';
import { listed, shown, TEXT_FORMATS } from '../view/found.ts';
import { cell, line, type Page, table } from '../view/page.ts';

/** How often another command is looked for, where others write or undo at the same time. */
const MOST_ATTEMPTS = 200;

export const undo = verb({
  operands: {},
  manual: [
    'Takes back the last command that changed a ledger in use, byte for byte; again, the one before. A command that wrote several ledgers is taken back in all of them or in none. What has changed since, in an editor or by git, is never touched. Of init, it removes the file.',
    'The last 20 commands are kept for each ledger, under $XDG_STATE_HOME/factledger (~/.local/state/factledger), readable by you alone: when, the words of the command, and the text that was replaced. --list shows them, --clear forgets them. Where no file can be made there, the other commands work as ever, and nothing can be undone.',
    'What is committed is history: where the older text would be a finding of "check --against HEAD" that the present one is not, undo refuses unless --force is given.',
  ],
  examples: [
    { command: 'undo', what: 'the last command' },
    { command: 'undo --dry-run', what: 'see first what would change' },
    { command: 'undo --list', what: 'what can be undone' },
  ],
  options: {
    list: flag('show what can be undone, newest first'),
    clear: flag('forget what can be undone'),
    force: flag('also where it takes back what is committed'),
    ...writingOptions,
  },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, options) {
    const { list, clear, force, dryRun } = options;
    if (list && clear) throw new Refusal('--list and --clear are two things', 'Give one of them.');
    const ledgers = await LedgersToWrite.find(context, options);
    const found = ledgers.meant.filter(({ path }) => path !== '-');
    if (found.length === 0) throw new Refusal('standard input cannot be undone', 'Name the file in place of "-".');
    const journal = new UndoJournal(context.world.stateFolder);
    if (list) return { found: listOf(context, [...new CommandsBefore(context, journal, found).all()]) };
    if (clear) return forget(journal, [...new CommandsBefore(context, journal, found).all()], dryRun);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const last = new CommandsBefore(context, journal, found).last();
      if (last === null) continue;
      if (!force) await refuseRewriting(context, found, last);
      if (dryRun) return preview(last);
      const { takeBack } = await import('../flow/take-back.ts');
      const taken = await takeBack(context, journal, last);
      if (taken === null) continue;
      const done = { entry: last.entry, files: taken.files };
      return {
        found: shown(dataOf(done), () => [line(`undid: ${said(done)}`)]),
        written: taken.files.map((file) => file.found.file),
        failure: taken.failure,
      };
    }
    throw new Refusal('the ledgers keep changing', 'Nothing was undone. Try again.');
  },
});

type Done = Pick<LastCommand, 'entry' | 'files'>;

function said({ entry, files }: Done): string {
  const names = files.map(({ found }) => found.file).join(', ');
  const isRemoved = files.some(({ restored }) => restored === null);
  return `${commandShown(entry.words)} in ${names}${isRemoved ? ', which is removed' : ''}`;
}

const dataOf = ({ entry, files }: Done) =>
  files.map(({ found }) => ({ ledger: found.name, file: found.file, command: entry.words, changed: true }));

async function refuseRewriting(context: Context, found: readonly FoundLedger[], last: LastCommand): Promise<void> {
  if (last.files.every((file) => repositoryOf(file.found.path) === null)) return;
  // Loaded where there may be a history only: it brings all the rules.
  const { historyLost } = await import('../flow/history-lost.ts');
  const anyway = 'To undo it all the same: --force';
  let lost: Awaited<ReturnType<typeof historyLost>>;
  try {
    lost = await historyLost(context, found, last.files);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(`whether that is committed cannot be told: ${error.message}`, ...error.advice, anyway);
  }
  if (lost.length === 0) return;
  throw new Refusal(
    'the last command is committed: without it, check --against HEAD would find',
    ...lost.map(({ file, rule, message }) => `  ${file}: ${rule}: ${message}`),
    `That was: ${commandShown(last.entry.words)}`,
    'What was published is taken back publicly: see factledger withdraw --help',
    anyway,
  );
}

/** What would change, as a diff; what it says besides is what is said of the undoing itself. */
async function preview(last: LastCommand) {
  const { diffPage } = await import('../view/pages/diff.ts');
  const page = (): Page =>
    last.files.flatMap(({ found, text, restored }) => [...diffPage(slashed(found.file), text, restored)]);
  return { found: shown(dataOf(last), page), notes: [`would undo: ${said(last)}`] };
}

function listOf({ world }: Context, entries: readonly UndoEntry[]) {
  const rows = entries.map(({ time, words, files }) => ({
    time,
    command: words,
    files: files.map(({ path }) => shownPath(world, path)),
  }));
  const columns = [{ title: 'TIME' }, { title: 'COMMAND', gives: true }, { title: 'FILES', gives: true }];
  const page = () =>
    table(columns, rows, ({ time, command, files }) => [
      cell(localTime(time), 'quiet'),
      cell(commandShown(command)),
      cell(files.join(', '), 'name'),
    ]);
  return listed(rows, page, 'nothing to undo');
}

/** @param time ISO 8601 */
function localTime(time: string): string {
  const at = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function forget(journal: UndoJournal, entries: readonly UndoEntry[], isDryRun: boolean) {
  if (!isDryRun) for (const { name } of entries) journal.forget(name);
  const count = entries.length === 1 ? 'one command' : `${entries.length} commands`;
  const text = isDryRun ? `would forget ${count}` : `forgot ${count}`;
  return { found: shown({ forgotten: entries.length, changed: entries.length > 0 && !isDryRun }, () => [line(text)]) };
}
