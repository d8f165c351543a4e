import { removeClaim, removeEvent } from '../change/remove-record.ts';
import { changeOne } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { corrected, correctedOne } from '../flow/corrected.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { word } from '../options/operand.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveOne } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const remove = verb({
  operands: { name: word(String) },
  manual: [
    'Takes out a claim that has no verdict and takes no other claim’s place, or an event that no verdict rests on. Where there is a history, it is refused, with what to type instead: see withdraw.',
    'Comments in the record’s own lines go with it, those above and below stay.',
  ],
  examples: [
    { command: 'remove claim:ferries-sail', what: 'a claim that was entered twice' },
    { command: 'remove first-ferry --dry-run', what: 'see the change first' },
  ],
  options: writingOptions,
  formats: TEXT_FORMATS,
  async run(context: Context, { name }, given) {
    const ledgers = await LedgersToWrite.find(context, given);
    const { type, ledger, record } = resolveOne(name, await ledgers.among([name]));
    const target = await ledgers.inFull(ledger);
    const made = await changeOne(context, target, given.dryRun, (fresh) => {
      const removeIt = type === 'claim' ? removeClaim : removeEvent;
      const outcome = removeIt(fresh.ledger, record.id);
      return { changes: outcome.changes, outcome };
    });
    const shownAs = ledgers.nameOf(target, record.id);
    const lines = made.outcome.keys.map(({ from }) => `${shownAs}: removed: ${from}`);
    const records = correctedOne(target.name, record.id, shownAs, made.outcome);
    return corrected([made], records, { isDryRun: given.dryRun, lines });
  },
});
