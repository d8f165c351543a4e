import { claims as subject } from '../dialogue/review/answers.ts';
import { reviewSeat } from '../dialogue/review/review-seat.ts';
import { type Reviewed, seenFrom } from '../dialogue/review/reviewed.ts';
import { takeAnswers } from '../dialogue/take-answers.ts';
import { changed } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { decidedBy } from '../flow/decided-by.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { Refusal } from '../model/refusal.ts';
import { claimFilter, claimFilterOptions } from '../options/claim-filters.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { reviewQueue } from '../query/review-queue.ts';
import { allClaimRows } from '../query/rows.ts';
import { selectClaims } from '../query/select.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const review = verb({
  operands: {},
  manual: [
    'Goes through the pending claims one by one and takes an answer for each: those that are overdue first, then those that were not looked at for longest, by the day of the last verdict, else that on which they were said. What was looked at today comes last, so that it can be left and taken up again at any time. Every answer is written at once. Filters narrow it, as those of list do.',
    'At a terminal, it shows the claim with its history and its note, and the events of its ledger that are most like it, those that its verdicts rest on marked as cited. A digit ticks an event as evidence. c confirms and r refutes the claim by the events that are ticked; where none is, they ask for a new one. p says that it was looked at and stays pending. e changes the claim, s skips it this time, b goes back, u takes back the last answer, ? explains, q leaves; so does Ctrl-C, with exit code 130. In a form, Tab changes the field, Enter saves, Esc leaves, the up arrow brings what was typed before.',
    'Otherwise it reads an answer a line from standard input: a claim, a verb, its text, and fields: harbour-reopens c first-ferry --note Two weeks late. A value runs to the next field, without quotes; a JSON object with claim, verb and the fields will do, too. Blank lines and lines that start with # are ignored. The first answer that cannot be done ends it, with exit code 2; what came before is written.',
    'The verbs of lines are the keys: c EVENT…, r EVENT… and p NOTE (the fields are those of mark: --evidence, --event, --on, --source, --date, --note, --by, --label), e (the fields are those of edit), s, b, u, ?, q. A claim that is named need not be pending; without one, the answer is about the claim at hand. A verdict that is there already is not added again.',
  ],
  examples: [
    { command: 'review', what: 'claim by claim, key by key' },
    { command: 'review --speaker peskov --overdue', what: 'what one speaker should have kept by now' },
    { command: 'review < answers.txt', what: 'answers from a file, a line each' },
    { command: 'review --dry-run < answers.txt', what: 'what they would change' },
  ],
  options: { ...claimFilterOptions, ...writingOptions },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, { ledger, dryRun, ...filters }) {
    const ledgers = await LedgersToWrite.find(context, { ledger, dryRun });
    const [first, ...others] = await ledgers.all();
    if (first === undefined) throw new Error('no ledger was found, and that was not refused');
    if ([first, ...others].some(({ found }) => found.path === '-'))
      throw new Refusal('standard input is where the answers come from', 'Name the ledger’s file.');
    const rows = selectClaims(
      allClaimRows([first, ...others], context.vantage),
      claimFilter(filters, [first, ...others]),
    );
    const start: Reviewed = {
      target: first,
      targets: [first, ...others],
      items: reviewQueue(rows, context.today).map(({ ledger: name, id }) => ({ ledger: name, id })),
      at: 0,
      today: context.today,
      by: decidedBy(context, null),
      nameOf: ({ ledger: name, id }) => ledgers.nameOf({ name }, id),
    };
    if (start.items.length === 0 && context.world.terminal() !== null) {
      return changed([], { isDryRun: dryRun, data: [], lines: [], notes: ['no claim is pending'] });
    }
    return takeAnswers(context, { subject, start: seenFrom(start, 0), seat: reviewSeat }, dryRun);
  },
});
