import { annotated } from '../dialogue/annotate/annotated.ts';
import { article as subject } from '../dialogue/annotate/answers.ts';
import { answerLines } from '../dialogue/answer-lines.ts';
import { Run } from '../dialogue/run.ts';
import { changed } from '../flow/change.ts';
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
    'It reads an answer a line from standard input: a place where it is not about the sentence at hand, a verb, its text, and fields: 2.1 a TEXT --kind promise --due 2024-03-31. A value runs to the next field, without quotes; a JSON object with place, verb, text and the fields will do, too. Blank lines and lines that start with # are ignored. The first answer that cannot be done ends it, with exit code 2; what came before is written.',
    'a TEXT adds a claim that the sentence makes (a . takes the sentence as it stands; the fields are those of add), l ID ties a claim of the ledger to it; both stay at the sentence. s REASON skips it and goes on to the next open one; s alone repeats the reason last given, w REASON --to PLACE skips up to a place, and S what is open to the end of the paragraph. e ID changes a claim (the fields are those of edit), n goes to the next open sentence, b to the one before, g PLACE to a place, / WORDS to the next sentence with these words. u takes back the last answer, ? says what the answers are, q leaves.',
    'An answer that is done already changes nothing.',
  ],
  examples: [
    { command: 'annotate --article article.txt < answers.txt', what: 'answers from a file, a line each' },
    { command: 'annotate --dry-run < answers.txt', what: 'what they would change' },
  ],
  options: { article: one('file', text, "the article's text"), ...writingOptions },
  formats: TEXT_FORMATS,
  async run(context: Context, _operands, options) {
    const ledgers = await LedgersToWrite.find(context, options);
    const target = await ledgers.one();
    const { found, ledger, name } = target;
    if (found.path === '-')
      throw new Refusal('standard input is where the answers come from', 'Name the ledger’s file.');
    const article = await openArticle(context.world, found, ledger.article, options.article);
    if (article === null) throw new Refusal('annotate needs the article’s text', 'Give it with --article FILE.');
    const run = new Run(
      context,
      subject,
      annotated(target, article, context.today, (id) => ledgers.nameOf(target, id)),
      options.dryRun,
    );
    const { answered, failure } = await answerLines(run, subject, context.world.readLines(), !options.dryRun);
    const count = answered.length === 1 ? 'one answer' : `${answered.length} answers`;
    const summary = `${subject.summary(run.state)}; ${count}`;
    return changed([{ target, before: target.text, after: run.state.target.text, outcome: null }], {
      isDryRun: options.dryRun,
      failure: failure && new Refusal(failure.message, ...failure.advice, summary),
      data: answered.map(({ answer, line, place, verb: given, id, changes }) => {
        return { answer, line, place, verb: given, ledger: name, id, changed: changes.length > 0, changes };
      }),
      lines: answered.flatMap(({ said }) => said),
      notes: failure === null ? [summary] : [],
    });
  },
});
