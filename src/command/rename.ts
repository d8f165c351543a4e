import { type Correction, NOTHING } from '../change/correction.ts';
import { renameRecord } from '../change/rename-record.ts';
import { change } from '../flow/change.ts';
import type { Context } from '../flow/context.ts';
import { corrected } from '../flow/corrected.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import type { ReadLedger } from '../flow/read-ledgers.ts';
import { word } from '../options/operand.ts';
import { flag } from '../options/option.ts';
import { id } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { resolveAlike } from '../query/names.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const rename = verb({
  operands: { name: word(String), id: word(id) },
  manual: [
    'Gives a claim or an event another id wherever the ledger names it, and notes the old one under formerly: names, evidence and the history check still find it by that. With --forget, for an id that nobody knows yet, no note is made.',
    'An event that several ledgers hold alike, with the same id, day and title, is renamed in all of them: either all can be changed or none is.',
  ],
  examples: [
    { command: 'rename first-ferry ferry-docks', what: 'an event, with all evidence that names it' },
    { command: 'rename claim:harbour harbour-reopens --forget', what: 'a claim, without a note' },
  ],
  options: { forget: flag('do not note the old id'), ...writingOptions },
  formats: TEXT_FORMATS,
  async run(context: Context, { name, id: to }, { forget, ...given }) {
    const ledgers = await LedgersToWrite.find(context, given);
    const meant = resolveAlike(name, await ledgers.among([name]));
    const targets = new Map<ReadLedger, (typeof meant)[number]>();
    for (const one of meant) targets.set(await ledgers.inFull(one.ledger), one);
    const { made, failure } = await change(context, [...targets.keys()], given.dryRun, (target) => {
      const one = meant.find(({ ledger }) => ledger.name === target.name);
      const correction: Correction = one
        ? renameRecord(target.ledger, { type: one.type, id: one.record.id, to, forget })
        : NOTHING;
      return { changes: correction.changes, outcome: correction };
    });
    const records = made.map(({ target, outcome }) => ({
      ledger: target.name,
      id: to,
      name: ledgers.nameOf(target, to),
      keys: outcome.keys,
    }));
    return corrected(made, records, { isDryRun: given.dryRun, failure });
  },
});
