import { nameOf, type Option, type Options } from '../options/option.ts';
import type { Verb } from '../options/verb.ts';

/**
 * A verb's help as a manual page.
 * @param width columns to wrap at
 */
export function manualPage(
  { name, summary }: { readonly name: string; readonly summary: string },
  { operands, manual, options, examples }: Verb<never>,
  globalOptions: Options,
  width: number,
): string {
  const usage = ['factledger', name, ...operands, '[options]'].join(' ');
  const sections = [
    `factledger ${name} – ${summary}`,
    section('Usage', [`  ${usage}`]),
    section(
      'Examples',
      examples.flatMap(({ command, what }) => [...wrapped(`# ${what}`, '  ', width), `  factledger ${command}`]),
    ),
    manual.map((paragraph) => wrapped(paragraph, '', width).join('\n')).join('\n\n'),
    section('Options', optionLines(options, width)),
    section('Options of every verb', optionLines(globalOptions, width)),
  ];
  return `${sections.join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]) => [`${title}:`, ...lines].join('\n');

/** An option as in the help: `-f, --file <path>`, and apart from it its opposite, if it has one. */
export function flagsOf(key: string, { short, value, isOptional }: Option<unknown>): string {
  const typed = value === null ? '' : isOptional ? ` [${value}]` : ` <${value}>`;
  return `${short === null ? '' : `-${short}, `}${nameOf(key)}${typed}`;
}

function optionLines(options: Options, width: number): string[] {
  const rows = Object.entries(options).flatMap(([key, option]) => {
    const { what, repeats, negative } = option;
    const row = { flags: flagsOf(key, option), text: repeats ? `${what} (may be repeated)` : what };
    return [
      ...(what === '' ? [] : [row]),
      ...(negative === null ? [] : [{ flags: nameOf(`no-${key}`), text: negative }]),
    ];
  });
  const column = Math.max(...rows.map(({ flags }) => flags.length)) + 4;
  return rows.flatMap(({ flags, text }) => {
    const [first = '', ...rest] = wrapped(text, ' '.repeat(column), width);
    return [`  ${flags}`.padEnd(column) + first.trimStart(), ...rest];
  });
}

/** Text in lines of at most `width` columns, each with the indentation; help texts are plain ASCII or nearly so. */
function wrapped(text: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}
