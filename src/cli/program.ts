import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { contextOf, type Globals } from '../flow/context.ts';
import type { Answer, Verb, VerbOption } from '../flow/verb.ts';
import { Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import { day } from '../options/values.ts';
import { nearest } from '../text/nearest.ts';
import { manualPage } from './manual-page.ts';
import { verbs } from './verbs.ts';

const globalOptions: readonly VerbOption[] = [
  { flags: '-f, --file <path>', what: 'a ledger, a folder of them, or - for standard input', repeats: true },
  {
    flags: '--as-of <day>',
    what: 'as it stood on that day; what came later is left out',
    parse: day,
  },
  { flags: '--color', what: 'use colours, terminal or not' },
  { flags: '--no-color', what: 'use no colours' },
  { flags: '-q, --quiet', what: 'say nothing but results and errors' },
];

/**
 * Runs a command line.
 * @param argv the words behind the program's name
 * @throws Refusal and whatever else goes wrong; help and version are printed here
 */
export async function run(argv: readonly string[], world: World): Promise<Answer> {
  let answer: Answer;
  let loaded: Verb | undefined;
  const program = newCommand('factledger', world)
    .description('Keep score of what was said: claims, verdicts and evidence in one plain file.')
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a verb')
    .helpCommand('help [verb]', 'print the help of a verb')
    .usage('<verb> [options]');
  for (const option of globalOptions) program.addOption(commanderOption(option));
  const { operands, unknown } = scanned(program, argv);
  const called = operands[0] === 'help' && operands[1] !== 'help' ? operands[1] : operands[0];
  const isKnown = verbs.some(({ name }) => name === called);
  for (const { name, summary, load } of verbs) {
    // The others are there for the help alone.
    if (isKnown && operands[0] !== 'help' && name !== called) continue;
    const command = newCommand(name, world).summary(summary).description(summary);
    program.addCommand(command);
    if (name !== called) continue;
    const verb = await load();
    loaded = verb;
    define(command, verb, async (globals, words, options) => {
      answer = await verb.run(await contextOf(world, globals), words, options);
    });
  }
  if (argv.includes('--version') && operands.length === 0) {
    await world.stdout.write(`${packageJson.version}\n`);
    return undefined;
  }
  if (operands.length === 0 && argv.every((word) => !['-h', '--help', '--version'].includes(word))) {
    if (unknown[0] !== undefined) {
      throw new Refusal(
        `unknown option ${unknown[0]}`,
        'The options of a verb come behind it.',
        'See: factledger --help',
      );
    }
    await world.stderr.write(program.helpInformation());
    throw new Refusal('which verb?', 'factledger VERB --help tells more of each.');
  }
  if (called !== undefined && called !== 'help' && !verbs.some(({ name }) => name === called)) {
    throw unknownVerb(called);
  }
  program.addHelpText('after', EPILOGUE);
  try {
    await fresh(program).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usage(error, loaded);
  }
  return answer;
}

const EPILOGUE = `
Start:
  factledger init --title "The article's title"     start a ledger
  factledger add "What the article claims"          add a claim; prints its id
  factledger mark confirmed ID --event "What happened" --on 2024-03-30 --source URL
  factledger list                                   see how the claims stand

Ledgers are found by -f, $FACTLEDGER_FILE, the nearest .factledger.yaml, or the nearest ledger.yaml.
Exit codes: 0 done, 1 the answer is no, 2 it could not run.
`;

/** Looks for the verb without acting on `--version`, which commander would do as soon as it sees it. */
function scanned(program: Command, argv: readonly string[]) {
  try {
    return program.parseOptions(argv.filter((word) => word !== '--version'));
  } catch (error) {
    throw error instanceof CommanderError ? usage(error, undefined) : error;
  }
}

/** Looking for the verb has left option values behind, which would count as given twice. */
function fresh(program: Command): Command {
  for (const option of program.options) program.setOptionValue(option.attributeName(), undefined);
  return program;
}

function newCommand(name: string, world: World): Command {
  return new Command(name)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => (world.stdout.isTerminal ? Math.min(100, world.stdout.columns) : 100),
    });
}

function define(
  command: Command,
  verb: Verb,
  act: (globals: Globals, operands: readonly (string | string[])[], options: Record<string, unknown>) => Promise<void>,
): void {
  command.helpOption('-h, --help', 'print this page');
  for (const operand of verb.operands.split(' ').filter(Boolean)) command.argument(operand);
  for (const option of verb.options) command.addOption(commanderOption(option));
  command.configureHelp({ formatHelp: (_, helper) => manualPage(verb, globalOptions, helper.helpWidth ?? 100) });
  command.action(async (...words: unknown[]) => {
    const self = words.pop() as Command;
    words.pop();
    const all = self.optsWithGlobals();
    const globals: Globals = {
      file: all.file ?? [],
      asOf: all.asOf ?? null,
      color: all.color,
      quiet: all.quiet ?? false,
    };
    await act(globals, words as (string | string[])[], self.opts());
  });
}

function commanderOption({ flags, what, repeats, parse }: VerbOption): Option {
  const option = new Option(flags, what);
  const long = option.long ?? flags;
  if (!option.required) return option;
  return option.argParser((typed: string, previous: unknown) => {
    const value = parse ? named(long, () => parse(typed)) : typed;
    if (repeats) return [...((previous as unknown[] | undefined) ?? []), value];
    if (previous !== undefined) throw new Refusal(`${long} was given twice`, 'It takes one value.');
    return value;
  });
}

/** Says which option a refused value was typed for. */
function named<T>(option: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`${option}: ${error.message}`, ...error.advice);
    throw error;
  }
}

function unknownVerb(typed: string): Refusal {
  const names = verbs.map(({ name }) => name);
  const near = nearest(typed, names, 3);
  const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `The verbs are ${names.join(', ')}.`;
  return new Refusal(`there is no verb "${typed}"`, advice);
}

/** Commander's complaint in our words, with where to look. */
function usage(error: CommanderError, verb: Verb | undefined): Refusal {
  const message = error.message.replace(/^error: /, '').replace(/^missing required argument/, 'missing');
  const typed = /^unknown option '(-[^'=]*)/.exec(message)?.[1];
  const see = verb === undefined ? 'See: factledger --help' : `See: factledger ${verb.name} --help`;
  if (typed === undefined) return new Refusal(message, see);
  const options = [...globalOptions, ...(verb?.options ?? [])].map(({ flags }) => new Option(flags).long ?? flags);
  const [near] = nearest(typed, options);
  const advice =
    near === undefined ? `If ${typed} is no option but a name or text, put -- before it.` : `Did you mean ${near}?`;
  return new Refusal(message, advice, see);
}
