import { annotated } from '../dialogue/annotate/annotated.ts';
import { article as subject } from '../dialogue/annotate/answers.ts';
import { articleSeat } from '../dialogue/annotate/article-seat.ts';
import { takeAnswers } from '../dialogue/take-answers.ts';
import type { Context } from '../flow/context.ts';
import { LedgersToWrite } from '../flow/ledgers-to-write.ts';
import { Refusal } from '../model/refusal.ts';
import { one } from '../options/option.ts';
import { text } from '../options/values.ts';
import { verb } from '../options/verb.ts';
import { writingOptions } from '../options/writing.ts';
import { openArticle } from '../store/article-file.ts';
import { TEXT_FORMATS } from '../view/found.ts';

export const annotate = verb({
  operands: {},
  manual: [
    'Goes through the article sentence by sentence, starting at the first one that neither a claim nor a skip accounts for, and takes an answer for each. Every answer is written at once.',
    'At a terminal, each key is an answer. a adds a claim that the sentence makes, l shows the claims of the ledger for a digit to tie one; both stay at the sentence. s skips it for the reason last given, w for another one and up to where, S skips what is open to the end of the paragraph; they go on to the next open sentence. e changes a claim, Enter or n goes to the next open sentence, b and the arrows one back or on, g to a place, / to words. u takes back the last answer, ? explains, q leaves; so does Ctrl-C, with exit code 130. In a form, Tab changes the field, Enter saves, Esc leaves, the up arrow brings what was typed before, first of all the sentence itself, and the right arrow takes what is offered in grey. Several speakers are separated by semicolons.',
    'Otherwise it reads an answer a line from standard input: a place where it is not about the sentence at hand, a verb, its text, and fields: 2.1 a TEXT --kind promise --due 2024-03-31. A value runs to the next field, without quotes; a JSON object with place, verb, text and the fields will do, too. Blank lines and lines that start with # are ignored. The first answer that cannot be done ends it, with exit code 2; what came before is written.',
    'The verbs of lines are the keys: a TEXT (a . takes the sentence as it stands; the fields are those of add), l ID, s REASON, w REASON --to PLACE, S, e ID (the fields are those of edit), n, b, g PLACE, / WORDS, u, ?, q. An answer that is done already changes nothing.',
  ],
  examples: [
    { command: 'annotate', what: 'key by key, where the ledger names the text as article.text' },
    { command: 'annotate --article article.txt < answers.txt', what: 'answers from a file, a line each' },
    { command: 'annotate --dry-run < answers.txt', what: 'what they would change' },
  ],
  options: { article: one('file', text, "the article's text"), ...writingOptions },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, options) {
    const ledgers = await LedgersToWrite.find(context, options);
    const target = await ledgers.one();
    const { found, ledger } = target;
    if (found.path === '-')
      throw new Refusal('standard input is where the answers come from', 'Name the ledger’s file.');
    const article = await openArticle(context.world, found, ledger.article, options.article);
    if (article === null) throw new Refusal('annotate needs the article’s text', 'Give it with --article FILE.');
    const start = annotated(target, article, context.today, (id) => ledgers.nameOf(target, id));
    return takeAnswers(context, { subject, start, seat: articleSeat }, options.dryRun);
  },
});
