import { Refusal } from '../model/refusal.ts';
import { type Document, FORMATS, type Format, type Found } from '../view/found.ts';
import type { Text } from '../view/page.ts';
import { type Operands, readOperands, usageOf, type Words } from './operand.ts';
import { flag, type Option, type Options, one, readOptions, type Typed, type Values } from './option.ts';
import { oneOf } from './values.ts';

/** What a verb answers. */
export interface Answer<F extends Format> {
  /** What goes to standard output; null for nothing. */
  readonly found: Found<F> | null;
  /** What is said besides, on standard error, after the result. */
  readonly notes?: readonly Text[];
  /** Whether it ran, and the answer is no. */
  readonly isNo?: boolean;
  /** The files that it has written: told where the rest cannot be printed. */
  readonly written?: readonly string[];
  /** What kept it from going on to its end, once something was done that has to be told. */
  readonly failure?: unknown;
  /** What is to be done once the result was written out to its end; not where its reader went away before. */
  readonly afterwards?: (() => Promise<void>) | null;
}

/** An answer in the format that was asked for. */
interface Printed {
  readonly document: Document | null;
  readonly notes: readonly Text[];
  readonly isNo: boolean;
  readonly written: readonly string[];
  readonly failure: unknown;
  readonly afterwards: (() => Promise<void>) | null;
}

interface Example {
  readonly command: string;
  readonly what: string;
}

interface ManualPage {
  /** The paragraphs of its manual page. */
  readonly manual: readonly string[];
  readonly examples: readonly Example[];
}

/** What a verb works with tells from which day it looks: typed dates count from it. */
interface Dated {
  readonly vantage: { readonly day: string };
}

interface Declared<Context, P extends Operands, O extends Options, F extends Format> extends ManualPage {
  readonly operands: P;
  readonly options: O;
  /** What its answer can be printed as; the first is the default. */
  readonly formats: readonly [F, ...F[]];
  readonly run: (context: Context, operands: Words<P>, options: Values<O>) => Promise<Answer<F>>;
}

/** A verb of the command line as `cli/` calls it. */
export interface Verb<Context> extends ManualPage {
  /** Its operands as in the help. */
  readonly operands: readonly string[];
  /** Its options, that of the format included. */
  readonly options: Options;
  /**
   * @param operands one for each operand; a list for one that repeats
   * @throws Refusal if what was typed makes no sense, and what the verb itself throws
   */
  readonly run: (
    context: Context,
    operands: readonly (string | readonly string[] | undefined)[],
    options: Readonly<Record<string, Typed>>,
  ) => Promise<Printed>;
}

/** Declares a verb: its operands and options are said once, and typed from that. */
export function verb<Context extends Dated, P extends Operands, O extends Options, F extends Format>(
  declared: Declared<Context, P, O, F>,
): Verb<Context> {
  const { manual, examples, formats } = declared;
  const own = formatOptions(formats);
  return {
    manual,
    examples,
    operands: usageOf(declared.operands),
    options: { ...declared.options, ...own },
    async run(context, operands, options) {
      const { day } = context.vantage;
      const format = formatOf(readOptions(own, options, day), formats);
      const words = readOperands(declared.operands, operands, day);
      const {
        found,
        notes = [],
        isNo = false,
        written = [],
        failure = null,
        afterwards = null,
      } = await declared.run(context, words, readOptions(declared.options, options, day));
      return { document: found?.[format]() ?? null, notes, isNo, written, failure, afterwards };
    },
  };
}

/** The option of the format, and what is short for the most common one. */
function formatOptions<F extends Format>(formats: readonly [F, ...F[]]) {
  const format = formatOption(formats);
  return formats.some((one) => one === 'json') ? { format, json: flag('short for --format json') } : { format };
}

/** @throws Refusal if two formats are asked for */
function formatOf<F extends Format>(
  given: { readonly format: F | null; readonly json?: boolean },
  formats: readonly [F, ...F[]],
): F {
  if (!given.json) return given.format ?? formats[0];
  if (given.format !== null && given.format !== 'json') {
    throw new Refusal(`--json and --format ${given.format} are two formats`, 'Give one of them.');
  }
  return formats.find((one) => one === 'json') ?? formats[0];
}

function formatOption<F extends Format>(formats: readonly [F, ...F[]]): Option<F | null> {
  const named = formats.map((name, index) => {
    const remark = index === 0 ? 'the default' : FORMATS[name];
    return remark === '' ? name : `${name} (${remark})`;
  });
  return one('format', oneOf(formats), `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`);
}
