import type { Context } from '../flow/context.ts';
import { dateOption } from '../options/dates.ts';
import { maybeWord } from '../options/operand.ts';
import { state } from '../options/state.ts';
import { verb } from '../options/verb.ts';
import { changesForPrograms } from '../query/changes.ts';
import { changesTold } from '../view/changes-told.ts';
import { changesMarkdown } from '../view/formats/changes-markdown.ts';
import { json } from '../view/formats/json.ts';
import { data, page } from '../view/found.ts';
import { changesPage } from '../view/pages/changes.ts';

export const changes = verb({
  operands: { from: maybeWord(state), to: maybeWord(state) },
  manual: [
    'Tells what changed between two states of the ledgers: verdicts, with what the status was and what they rest on; withdrawals; what became overdue; new claims and events; corrections. What is gone, turned around or withdrawn comes first.',
    'What can be read as a date is a day: the answer is what is dated after FROM, up to and including TO (today, where it is left out) in the ledgers themselves. A month or a year counts as its first day for FROM and its last for TO. Dates do not tell what was corrected or lost, nor what was entered later and dated before FROM.',
    'Anything else is a git revision, as is what rev: stands before (rev:friday, a branch of that name); REF... is its merge base with HEAD. The ledgers that stood there are compared with those at TO, or as they stand now. Claims and events are found again by their ids, those they had formerly and, in another ledger, by id and text, as check --against does. A verdict that was there and is not, or not as it was, is told of under Lost or Corrected. A new one with a date before that of another is marked as entered later. Records that changed in nothing but layout, anchors and working notes are counted.',
    '--since DAY compares with the last commit before that day, if there is one, and else goes by dates from that day on; the first line says which. Without anything, changes tells what is not committed yet (since HEAD) or, where there is no git, what is dated in the last week.',
    'Markdown is for a newsletter or a comment on a pull request: whatever a ledger holds is plain text in it, and no name or number in it calls anybody.',
  ],
  examples: [
    { command: 'changes', what: 'what is not committed yet' },
    { command: 'changes --since friday --format markdown', what: 'a newsletter' },
    { command: 'changes 2020-12-01 2020-12-31', what: 'what happened in a month, by dates' },
    { command: 'changes origin/main... HEAD --format markdown', what: 'a comment on a pull request' },
    { command: 'changes v1 v2 --json', what: 'between two releases, for a program' },
  ],
  options: { since: dateOption('since the last commit before this day, or by dates from it on') },
  formats: ['text', 'json', 'markdown'],
  async run(context: Context, { from, to }, { since }) {
    const { changesBetween } = await import('../flow/changes-between.ts');
    const found = await changesBetween(context, { from, to, since });
    const told = changesTold(found.changes, found.compared);
    return {
      found: {
        text: () => page(() => changesPage(told, found.isOnlyLedger)),
        json: () => data(json({ from: found.from, to: found.to, by: found.by, ...changesForPrograms(found.changes) })),
        markdown: () => data(changesMarkdown(told, found.isOnlyLedger)),
      },
      notes: found.notes,
    };
  },
});
