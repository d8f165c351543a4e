import { resolve } from 'node:path';
import type { Context } from '../flow/context.ts';
import { refuseAsOf } from '../flow/ledgers-to-write.ts';
import { noteOf } from '../flow/note-of.ts';
import { Refusal } from '../model/refusal.ts';
import { FORMAT } from '../model/shape.ts';
import { dateOption } from '../options/dates.ts';
import { maybeWord } from '../options/operand.ts';
import { flag, many, one, required } from '../options/option.ts';
import { address, language, text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { create, refuseUncreatable } from '../store/create-file.ts';
import { shown as placeShown, slashed } from '../store/found-ledger.ts';
import { shown, TEXT_FORMATS } from '../view/found.ts';
import { line } from '../view/page.ts';
import { newLedger } from '../yaml/new-ledger.ts';

export const init = verb({
  operands: { file: maybeWord(String) },
  manual: [
    `Writes a new ledger of format ${FORMAT} for an article, without claims, and prints the file's name: ledger.yaml in the current folder unless you name another. It never writes over a file.`,
    "The article's authors count as the speakers of every claim that names no other, and the day it was published as the day on which a claim was said.",
  ],
  examples: [
    {
      command: 'init --title "Harbour to reopen by spring" --author "A. Writer" --published 2024-01-09',
      what: 'ledger.yaml',
    },
    { command: 'init ledgers/harbour.yaml --title "Harbour to reopen by spring"', what: 'another file' },
  ],
  options: {
    title: required(
      'title',
      text,
      "the article's title",
      'init needs the title of the article',
      'Write: factledger init --title "The article\'s title"',
    ),
    author: many('name', text, 'who wrote it'),
    publisher: one('name', text, 'who published it'),
    published: dateOption('when'),
    url: one('address', address, 'where'),
    language: one('tag', language, 'its language, as BCP 47 has it: en, pl, zh-Hant'),
    dryRun: flag('show the file as a diff and write nothing'),
  },
  formats: TEXT_FORMATS,
  async run(context: Context, { file }, { dryRun, ...article }) {
    refuseAsOf(context);
    if (context.globals.file.length > 0) {
      throw new Refusal('init takes the new file as it is, without -f', 'Write: factledger init FILE --title TITLE');
    }
    const name = file ?? 'ledger.yaml';
    if (!/\.ya?ml$/i.test(name)) {
      throw new Refusal(`${name}: a ledger's name ends in .yaml or .yml`, 'Only such files are found in folders.');
    }
    const path = resolve(context.world.cwd, name);
    const ledger = newLedger(article);
    if (dryRun) {
      refuseUncreatable(path, name);
      const { diffPage } = await import('../view/pages/diff.ts');
      return {
        found: shown({ file: name }, () => diffPage(slashed(placeShown(context.world, path)), null, ledger)),
        notes: [name],
      };
    }
    const created = await create(path, name, ledger);
    noteOf(context)?.add([
      { path: created, before: null, after: { text: ledger, bytes: Buffer.from(ledger, 'utf8') } },
    ]);
    const where = file === null ? '' : ` -f ${name}`;
    return {
      found: shown({ file: name }, () => [line(name)]),
      written: [name],
      notes: [`Next: factledger add${where} "What the article claims"`],
    };
  },
});
