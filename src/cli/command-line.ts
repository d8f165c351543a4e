import { Command, CommanderError, Option as CommanderOption } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { Context } from '../flow/context.ts';
import { Refusal } from '../model/refusal.ts';
import { globalOptions } from '../options/globals.ts';
import { nameOf, namesOf, type Option, type Options, readOptions, type Typed, type Values } from '../options/option.ts';
import type { Verb } from '../options/verb.ts';
import { nearest } from '../text/nearest.ts';
import { flagsOf, manualPage } from './manual-page.ts';
import type { LazyVerb } from './verbs.ts';

type Words = readonly (string | readonly string[] | undefined)[];
type Globals = Values<typeof globalOptions>;
type TypedOptions = Readonly<Record<string, Typed>>;

/** What a command line asks for: a verb, or a text of help. */
export type Called =
  | {
      readonly verb: Verb<Context>;
      readonly globals: Globals;
      readonly operands: Words;
      readonly options: TypedOptions;
    }
  | { readonly help: string; readonly globals: Pick<Globals, 'pager'> };

/** Takes a command line apart, once, with commander; a verb is loaded when it is called. */
export class CommandLine {
  private readonly argv: readonly string[];
  private readonly verbs: readonly LazyVerb[];
  private readonly width: number;
  private readonly today: () => string;
  private readonly program: Command;
  private readonly commands: ReadonlyMap<Command, LazyVerb>;
  private help = '';
  private called: Called | null = null;
  private loaded: { readonly name: string; readonly options: Options } | null = null;

  /**
   * @param argv the words after the program's name
   * @param width columns to wrap help at
   * @param today tells the day that typed dates count from, YYYY-MM-DD
   */
  constructor(argv: readonly string[], verbs: readonly LazyVerb[], width: number, today: () => string) {
    this.argv = argv;
    this.verbs = verbs;
    this.width = width;
    this.today = today;
    this.program = this.newProgram();
    // Verbs that are not named are for the help alone, and each costs a start.
    const named = verbs.filter(({ name }) => argv.includes(name));
    this.commands = new Map(named.map((lazy) => [this.newCommand(lazy.name, lazy.summary), lazy]));
    for (const command of this.commands.keys()) this.program.addCommand(command);
    if (argv.includes('help')) this.program.addCommand(this.newHelp());
    this.program.configureHelp({
      visibleCommands: () => [...verbs.map(({ name, summary }) => this.newCommand(name, summary)), this.newHelp()],
      groupItems: (_, visible, groupOf) => grouped(visible, verbs, groupOf),
    });
    this.program.hook('preSubcommand', (_, command) => this.load(command));
  }

  /** @throws Refusal where it cannot be understood */
  async read(): Promise<Called> {
    try {
      await this.program.parseAsync([...this.argv], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) throw this.usage(error);
    }
    return this.called ?? this.helped(this.help);
  }

  private helped(help: string): Called {
    const { pager } = this.program.opts<TypedOptions>();
    return { help, globals: { pager: pager !== false } };
  }

  private newCommand(name: string, summary: string, help = 'print this page'): Command {
    return new Command(name)
      .summary(summary)
      .helpOption('-h, --help', help)
      .exitOverride()
      .showSuggestionAfterError(false)
      .configureOutput({
        writeOut: (text) => {
          this.help += text;
        },
        writeErr: () => undefined,
        getOutHelpWidth: () => this.width,
      });
  }

  private newProgram(): Command {
    const program = this.newCommand('factledger', '', 'print this help, or that of a verb')
      .description('Keep score of what was said: claims, verdicts and evidence in one plain file.')
      .version(packageJson.version, '-V, --version', 'print the version')
      .helpCommand(false)
      .usage('<verb> [options]')
      .addHelpText('after', EPILOGUE)
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => this.withoutVerb(program.args[0]));
    addOptions(program, globalOptions);
    return program;
  }

  private newHelp(): Command {
    const help = this.newCommand('help', 'print the help of a verb').argument('[verb]').helpOption(false);
    help.addOption(new CommanderOption('-h, --help', 'the same'));
    return help.action(async (word: string | undefined) => {
      if (word === undefined || word === 'help') return this.program.outputHelp();
      const command = this.program.commands.find((one) => one.name() === word);
      if (command === undefined) throw this.unknownVerb(word);
      await this.load(command);
      command.outputHelp();
    });
  }

  /** Loads a verb, and makes its operands and options known. */
  private async load(command: Command): Promise<void> {
    const lazy = this.commands.get(command);
    if (lazy === undefined) return;
    const verb = await lazy.load();
    this.loaded = { name: lazy.name, options: verb.options };
    command.configureHelp({ formatHelp: () => manualPage(lazy, verb, globalOptions, this.width) });
    for (const usage of verb.operands) command.argument(usage);
    addOptions(command, verb.options);
    command.action((...words: unknown[]) => {
      const globals = this.globals();
      const operands = words.slice(0, verb.operands.length).map(asTyped);
      this.called = { verb, globals, operands, options: command.opts<TypedOptions>() };
    });
  }

  private globals(): Globals {
    return readOptions(globalOptions, this.program.opts<TypedOptions>(), this.today());
  }

  private withoutVerb(word: string | undefined): void {
    if (word === undefined && this.argv.length === 0) {
      this.called = this.helped(FIRST_PAGE);
      return;
    }
    // A verb may be missing because an option has taken its name for a value, which it then complains of.
    this.globals();
    if (word === undefined) {
      const names = this.verbs.map(({ name }) => name).join(', ');
      throw new Refusal('which verb?', `The verbs are ${names}.`, 'See: factledger --help');
    }
    if (!word.startsWith('-')) throw this.unknownVerb(word);
    const [near] = nearest(word, [...namesOf(globalOptions), '--help', '--version']);
    const advice = near === undefined ? 'The options of a verb come after it.' : `Did you mean ${near}?`;
    throw new Refusal(`unknown option ${word}`, advice, 'See: factledger --help');
  }

  private unknownVerb(typed: string): Refusal {
    const names = this.verbs.map(({ name }) => name);
    const near = nearest(typed, names, 3);
    if (/^v(?:er(?:sion)?)?$/i.test(typed))
      return new Refusal(`there is no verb "${typed}"`, 'The version is printed by: factledger --version');
    const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `The verbs are ${names.join(', ')}.`;
    return new Refusal(`there is no verb "${typed}"`, advice);
  }

  /** Commander's complaint in our words, with where to look. */
  private usage({ code, message }: CommanderError): Refusal {
    const { name, options } = this.loaded ?? { name: null, options: {} };
    const see = name === null ? 'See: factledger --help' : `See: factledger ${name} --help`;
    // What it is about stands in quotes; the code tells what is wrong with it.
    const [, about = ''] = message.split("'");
    if (code === 'commander.missingArgument') return new Refusal(`missing '${about}'`, see);
    if (code !== 'commander.unknownOption') return new Refusal(message.replace('error: ', ''), see);
    const [typed = ''] = about.split('=');
    const verb = this.verbs.find((one) => typed === `--${one.name}`);
    if (verb)
      return new Refusal(
        `unknown option '${about}'`,
        `${verb.name} is a verb of its own.`,
        `See: factledger ${verb.name} --help`,
      );
    const [near] = nearest(typed, namesOf({ ...globalOptions, ...options }));
    const advice =
      near === undefined ? `If ${typed} is no option but a name or text, put -- before it.` : `Did you mean ${near}?`;
    return new Refusal(`unknown option '${about}'`, advice, see);
  }
}

/** The verbs under the headings of their kinds; whatever else the help lists under its own. */
function grouped<T extends Command | CommanderOption>(
  all: readonly T[],
  verbs: readonly LazyVerb[],
  groupOf: (one: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  const headingOf = (one: T) => {
    const verb = one instanceof Command ? verbs.find(({ name }) => name === one.name()) : undefined;
    return verb ? `${verb.group}:` : one instanceof Command ? 'Help:' : groupOf(one);
  };
  for (const one of all) {
    const heading = headingOf(one);
    groups.set(heading, [...(groups.get(heading) ?? []), one]);
  }
  return groups;
}

/** What a call without any words prints. */
const FIRST_PAGE = `factledger keeps score of what was said: the claims of an article in one plain file, and what
became of them, with the evidence.

  start     init       start a ledger for an article
  write     add        add a claim
            mark       mark claims confirmed, pending or refuted, with the event that shows it
            cite       add a source to an event
            anchor     tie a claim to its place in the article
  look      list       list the claims with their status
            show       show a claim with its history and evidence
            log        see verdicts and events in the order of time
  check     check      find what is wrong with a ledger, or what a change does to its history
            coverage   see which sentences of the article the claims account for

  factledger init --title "Harbour to reopen by spring"
  factledger mark confirmed harbour-reopens --event "The first ferry docks." --source https://example.org/ferry

All verbs: factledger --help. One verb, with examples: factledger mark --help.
`;

const EPILOGUE = `
Ledgers are found by -f, $FACTLEDGER_FILE, the nearest .factledger.yaml, or the nearest ledger.yaml.
Exit codes: 0 done, 1 the answer is no, 2 it could not run.
`;

function addOptions(command: Command, options: Options): void {
  for (const [key, option] of Object.entries(options)) {
    if (option.what !== '') command.addOption(commanderOption(flagsOf(key, option), option));
    if (option.negative !== null) command.addOption(new CommanderOption(nameOf(`no-${key}`), option.negative));
  }
}

/** All that was typed after an option is kept, for the option itself to judge. */
function commanderOption(flags: string, { what, value }: Option<unknown>): CommanderOption {
  const option = new CommanderOption(flags, what);
  return value === null
    ? option
    : option.argParser((typed: string, before: readonly string[] = []) => [...before, typed]);
}

/** A word, or the words of an operand that repeats; undefined for one that was left out. */
const asTyped = (word: unknown): string | readonly string[] | undefined =>
  word === undefined ? undefined : Array.isArray(word) ? word.map(String) : String(word);
