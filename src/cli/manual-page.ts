import type { Verb, VerbOption } from '../flow/verb.ts';

/**
 * A verb's help as a manual page.
 * @param width columns to wrap at
 */
export function manualPage(verb: Verb, globalOptions: readonly VerbOption[], width: number): string {
  const operands = verb.operands === '' ? '' : ` ${verb.operands}`;
  const sections = [
    `factledger ${verb.name} – ${verb.summary}`,
    section('Usage', [`  factledger ${verb.name}${operands} [options]`]),
    verb.manual.map((paragraph) => wrapped(paragraph, '', width).join('\n')).join('\n\n'),
    ...(verb.options.length > 0 ? [section('Options', optionLines(verb.options, width))] : []),
    section('Options of every verb', optionLines(globalOptions, width)),
    section(
      'Examples',
      verb.examples.flatMap(({ command, what }) => [...wrapped(`# ${what}`, '  ', width), `  ${full(command)}`]),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

const full = (command: string) => `factledger ${command}`;

const section = (title: string, lines: readonly string[]) => [`${title}:`, ...lines].join('\n');

function optionLines(options: readonly VerbOption[], width: number): string[] {
  const column = Math.max(...options.map(({ flags }) => flags.length)) + 4;
  return options.flatMap(({ flags, what, repeats }) => {
    const text = repeats ? `${what} (may be repeated)` : what;
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
