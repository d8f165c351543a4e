import type { Rule } from './rule.ts';

/** What the page of a rule says: a Markdown file beside the rule. */
export interface RulePage {
  /** What the rule finds, in a few words; the table in docs/checking.md has the same. */
  readonly summary: string;
  /** Why it matters and what to do. */
  readonly explanation: string;
  readonly bad: Example;
  readonly good: Example;
  readonly cases: readonly Case[];
}

/** What a rule is shown or tried on. */
export interface Example {
  /** The text of the ledger, be it without the keys that every ledger starts with; empty where its file is gone. */
  readonly ledger: string;
  /** What stood at the revision, for a rule that compares with one. */
  readonly before: string | null;
  /** The article in plain text, for a rule that looks into it. */
  readonly article: string | null;
}

/** An example of a line or a near miss: the rule finds something in each line that ends in `# !`, and in no other. */
interface Case extends Example {
  readonly title: string;
}

/** Loads the page of a rule. */
export async function pageOf({ page }: Rule): Promise<RulePage> {
  return readPage((await page()).default);
}

/**
 * Reads a page: the rule's id as its heading, a sentence that sums up, paragraphs that explain, and the sections Bad,
 * Good and Cases, the last with a heading of its own for each case.
 */
function readPage(markdown: string): RulePage {
  const [intro = '', ...sections] = markdown.split(/^## /m);
  const [, summary = '', ...explanation] = intro
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '));
  const section = (title: string) => sections.find((text) => text.startsWith(`${title}\n`)) ?? '';
  const [, ...cases] = section('Cases').split(/^### /m);
  return {
    summary: withoutSentence(summary),
    explanation: explanation.join('\n\n').trim(),
    bad: exampleIn(section('Bad')),
    good: exampleIn(section('Good')),
    cases: cases.map((text) => ({ title: text.split('\n', 1)[0] ?? '', ...exampleIn(text) })),
  };
}

/** As it stands in a list: without the capital and the full stop that make it a sentence. */
const withoutSentence = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

function exampleIn(section: string): Example {
  const blocks = new Map(
    Array.from(section.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm), ([, language, text = '']) => [language, text]),
  );
  return {
    ledger: blocks.get('yaml') ?? '',
    before: blocks.get('yaml before') ?? null,
    article: blocks.get('text') ?? null,
  };
}
