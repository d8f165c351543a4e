import type { Block, LeftOut } from '../article.ts';
import { readLinkedData } from '../page/linked-data.ts';
import { linked } from '../page/told.ts';
import { headingAround, holds, type Page } from './box.ts';
import { coreOf } from './core.ts';
import { Doubts } from './doubts.ts';
import { asidesOf, furnitureOf, insetsOf } from './furniture.ts';
import { bareText, type MeasuredLine, type MeasuredPage, measure, sumsOver } from './measured-page.ts';
import { teasersOf } from './teasers.ts';

/** A line of this weight that was there before is left out the second time. */
const REPEATED = 25;
/** The page's description, from this weight on, is its lead. */
const DESCRIPTION = 60;

/**
 * Parts a page's lines into the article's text and what stands around it. Each line is judged by its own words and links
 * and by the boxes around it, so that more text elsewhere never takes one away; a name of a class is never enough.
 */
export function articleLines(page: Page): { readonly blocks: readonly Block[]; readonly leftOut: readonly LeftOut[] } {
  const measured = measure(page);
  const reasonOf = judge(measured);
  const reasons = new Map<MeasuredLine, string>();
  const seen = new Set<string>();
  for (const line of measured.lines) {
    const why = reasonOf(line) ?? (line.weight >= REPEATED && seen.has(line.bare) ? 'repeated' : null);
    if (why === null) seen.add(line.bare);
    else reasons.set(line, why);
  }
  const kept = measured.lines.filter((line) => !reasons.has(line));
  const last = Math.max(
    0,
    kept.findLastIndex(({ isHeading }) => !isHeading),
  );
  // Headings at the end are those of what was left out.
  for (const line of kept.slice(last + 1)) reasons.set(line, 'heading at the end');
  return {
    blocks: measured.lines
      .filter((line) => !reasons.has(line))
      .map(({ text, box }) => ({ text, isHeading: headingAround(box) })),
    leftOut: measured.lines.flatMap((line) => {
      const why = reasons.get(line);
      return why === undefined ? [] : [{ text: line.text, why }];
    }),
  };
}

/** Tells of a line why it is none of the article's text; null where it is. */
function judge(measured: MeasuredPage): (line: MeasuredLine) => string | null {
  const { page, lines, headline } = measured;
  const furniture = furnitureOf(measured);
  const asides = asidesOf(measured);
  const furnitureAround = ({ box }: MeasuredLine) => furniture.get(box) ?? null;
  const isFree = (line: MeasuredLine) => line.isProse && furnitureAround(line) === null;
  const free = sumsOver(lines, (line) => (isFree(line) && !asides.has(line.box) ? line.weight : 0));
  const total = sumsOver(lines, (line) => (isFree(line) ? line.weight : 0))(page.root);
  const sought = { ...measured, free, total, articleBody: articleBodyOf(page) };
  const core = coreOf(sought, (line) => furnitureAround(line) === 'navigation');
  const insets = insetsOf(measured, free);
  const teasers = teasersOf(measured, core.box, free, total);
  const doubts = new Doubts(measured);
  const description = bareText(page.meta.get('og:description') ?? page.meta.get('description') ?? '');
  const start = lines.find((line) => isFree(line) && holds(core.box, line.box))?.at ?? -1;

  return (line) => {
    if (line === headline || core.known.has(line)) return null;
    const marked = furnitureAround(line);
    if (marked !== null) return marked;
    if (line.weight >= DESCRIPTION && line.bare === description) return null;
    const isInAside = asides.has(line.box);
    if (isInAside && !insets.has(line.box)) return 'beside the article';
    const teaser = teasers.get(line.box) ?? null;
    if (teaser !== null) return teaser;
    if (holds(core.box, line.box)) return doubts.within(line, core.box);
    if (!holds(core.zone, line.box)) return 'outside the article';
    const isLead = headline !== null && line.at > headline.at && line.at < start;
    return doubts.beside(line, core.zone, isLead, isInAside);
  };
}

/** The article's text in the page's JSON-LD; blank where it has none. */
function articleBodyOf({ data }: Page): string {
  const bodies = readLinkedData(data).articles.flatMap((article) => linked(article, 'articleBody'));
  return bodies.reduce((longest, { text }) => (text.length > longest.length ? text : longest), '');
}
