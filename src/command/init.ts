import { resolve } from 'node:path';
import { refuseAsOf } from '../flow/change-ledger.ts';
import { type Format, formatOption } from '../flow/formats.ts';
import { verb } from '../flow/verb.ts';
import { Refusal } from '../model/refusal.ts';
import { FORMAT } from '../model/shape.ts';
import { address, date, language, text } from '../options/values.ts';
import { create } from '../store/save.ts';
import { json } from '../view/json.ts';
import { newLedger } from '../yaml/new-ledger.ts';

interface Options {
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly language?: string;
  readonly format?: Format;
}

export const init = verb<Options>({
  name: 'init',
  operands: '[file]',
  summary: 'start a ledger for an article',
  manual: [
    `Writes a new ledger of format ${FORMAT} for an article, without claims, and prints the file's name: ledger.yaml in the current folder unless you name another. It never writes over a file.`,
    "The article's author counts as the speaker of every claim that names no other, and the day it was published as the day on which a claim was said.",
  ],
  examples: [
    {
      command: 'init --title "Harbour to reopen by spring" --author "A. Writer" --published 2024-01-09',
      what: 'ledger.yaml',
    },
    { command: 'init ledgers/harbour.yaml --title "Harbour to reopen by spring"', what: 'another file' },
  ],
  options: [
    { flags: '--title <title>', what: "the article's title (required)", parse: text },
    { flags: '--author <name>', what: 'who wrote it', parse: text },
    { flags: '--publisher <name>', what: 'who published it', parse: text },
    { flags: '--published <date>', what: 'when', parse: date },
    { flags: '--url <address>', what: 'where', parse: address },
    { flags: '--language <tag>', what: 'its language, as BCP 47 has it: en, pl, zh-Hant', parse: language },
    formatOption,
  ],
  async run(context, [file], options) {
    refuseAsOf(context);
    if (context.globals.file.length > 0) {
      throw new Refusal('init takes the new file as it is, without -f', 'Write: factledger init FILE --title TITLE');
    }
    if (options.title === undefined) {
      throw new Refusal('init needs the title of the article', 'Write: factledger init --title "The article\'s title"');
    }
    const name = (file as string | undefined) ?? 'ledger.yaml';
    if (!/\.ya?ml$/i.test(name)) {
      throw new Refusal(`${name}: a ledger's name ends in .yaml or .yml`, 'Only such files are found in folders.');
    }
    await create(resolve(context.world.cwd, name), name, newLedger(options as typeof options & { title: string }));
    await context.print(options.format === 'json' ? json({ file: name }) : `${name}\n`);
    const where = file === undefined ? '' : ` -f ${name}`;
    await context.note(`Next: factledger add${where} "What the article claims"`);
    return undefined;
  },
});
