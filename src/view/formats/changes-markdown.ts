import { fullName } from '../../query/names.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../text/escape-markdown.ts';
import type { Entry } from '../change-entries.ts';
import type { ChangesTold } from '../changes-told.ts';
import { sourceTitle } from '../source-text.ts';

/**
 * What changed, as Markdown for a newsletter or a comment on a pull request: whatever a ledger holds is text in it, and
 * calls nobody.
 */
export function* changesMarkdown(
  { compared, sections, remarks }: ChangesTold,
  isOnlyLedger: boolean,
): Iterable<string> {
  yield `## What changed\n\n${escapeMarkdown(compared)}.\n`;
  if (sections.length === 0) yield '\nNothing changed.\n';
  for (const { title, entries } of sections) {
    yield `\n### ${title}\n\n`;
    for (const entry of entries) yield* entryLines(entry, isOnlyLedger);
  }
  for (const remark of remarks) yield `\n${escapeMarkdown(remark)}\n`;
}

function* entryLines({ name, what, text, details, note, evidence }: Entry, isOnlyLedger: boolean): Iterable<string> {
  const shown = codeSpan(name.id === null ? name.ledger : fullName(name.ledger, name.id, isOnlyLedger));
  const lead = what === null ? '' : `**${escapeMarkdown(what.text)}** `;
  const told = text === null ? '' : `${escapeMarkdown(text)} `;
  yield `- ${lead}${told}(${[...details.map(escapeMarkdown), shown].join(', ')})\n`;
  if (note !== null) yield `  > ${escapeMarkdown(note)}\n`;
  for (const { event, title, date, sources } of evidence) {
    const links = sources.map((source) =>
      markdownLink(sourceTitle(source) || source.url || source.file || '', source.url),
    );
    const from = links.length === 0 ? '' : ` (${links.join('; ')})`;
    yield `  - ${date === null ? '' : `${date}: `}${escapeMarkdown(title ?? event)}${from}\n`;
  }
}
