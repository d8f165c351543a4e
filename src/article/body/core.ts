import { type Box, closestAround, findAround, holds, shapeOf } from './box.ts';
import { bareText, type MeasuredLine, type MeasuredPage, type SumOf } from './measured-page.ts';

/** Where a page's article is. */
export interface Core {
  /** The box with the article's text. */
  readonly box: Box;
  /** The box around it that may hold more of the article: a lead, the headline. */
  readonly zone: Box;
  /** Lines that the page's own data say are the article's. */
  readonly known: ReadonlySet<MeasuredLine>;
}

/** What a core is found by. */
interface Sought extends MeasuredPage {
  /** The weight of prose that is neither furniture nor in an aside. */
  readonly free: SumOf;
  /** The same with asides, in all. */
  readonly total: number;
  /** The article's text in the page's data; blank where there is none. */
  readonly articleBody: string;
}

/** So much of a box's prose in one box within means that the rest is beside the article. */
const MOST = 0.75;
/** Data with less text than this tell nothing, in letters; and no more of it is looked at. */
const SHORTEST_BODY = 300;
const LONGEST_BODY = 300_000;

/**
 * Finds the box of the article: where the page's own data or microdata have its text, else the element for articles with
 * the most prose, and in it the innermost box with nearly all of that.
 * @param isFurniture lines that are none of it, whatever the data say
 */
export function coreOf(sought: Sought, isFurniture: (line: MeasuredLine) => boolean): Core {
  const known = linesKnown(sought, isFurniture);
  const found = knownCore(sought, known) ?? deepest(containerOf(sought), sought);
  const marked = sought.boxes.filter(({ attributes }) => /\barticleBody\b/i.test(attributes.itemprop ?? ''));
  const around = marked.length === 0 ? null : marked.reduce(closestAround);
  const isInside = around !== null && holds(found, around) && sought.free(around) >= 0.5 * sought.free(found);
  const box = isInside ? around : found;
  return { box, zone: zoneOf(sought, box), known: new Set(known.lines) };
}

interface Known {
  readonly lines: readonly MeasuredLine[];
  readonly isMost: boolean;
}

function linesKnown({ lines, articleBody }: Sought, isFurniture: (line: MeasuredLine) => boolean): Known {
  const body = bareText(articleBody.slice(0, LONGEST_BODY));
  if (body.length <= SHORTEST_BODY) return { lines: [], isMost: false };
  const found = lines.filter((line) => line.weight >= 40 && !isFurniture(line) && body.includes(line.bare));
  const length = found.reduce((sum, { bare }) => sum + bare.length, 0);
  return { lines: found, isMost: length > 0.6 * body.length };
}

/** The box around the lines that are known, if these are most of the article's and not a small part of the box. */
function knownCore({ free }: Sought, { lines, isMost }: Known): Box | null {
  if (!isMost) return null;
  const core = lines.map(({ box }) => box).reduce(closestAround);
  return free(core) > 3 * lines.reduce((sum, { weight }) => sum + weight, 0) ? null : core;
}

/** The page's own container of the article: the element around the headline, else the one with most of the prose. */
function containerOf({ page, boxes, headline, free, total }: Sought): Box {
  const own = headline && findAround(headline.box, ({ name }) => name === 'article');
  if (own && free(own) >= 0.25 * total && free(own) >= 300) return own;
  const most = (isOne: (box: Box) => boolean) =>
    boxes.filter(isOne).reduce<Box | null>((best, box) => (free(box) > (best ? free(best) : 0) ? box : best), null);
  const article = most(({ name }) => name === 'article');
  if (article && free(article) >= 0.5 * total) return article;
  const main = most(isMain);
  return main && free(main) >= 0.4 * total ? main : page.root;
}

/** The innermost box that still has most of the prose. */
function deepest(box: Box, { free, ended, count }: Sought): Box {
  for (let found = box; ; ) {
    const next = found.children.find((child) => free(child) > MOST * free(box));
    // A box of one line is a paragraph, whatever element it is.
    if (!next || count(next) === 1) return found;
    // One of several alike is a part of the article: a question and its answer, an item of a list.
    if (found.children.some((child) => child !== next && ended(child) > 0 && isAlike(child, next))) return found;
    found = next;
  }
}

const isAlike = (one: Box, other: Box) =>
  shapeOf(one) === shapeOf(other) && (one.name !== 'div' || one.attributes.class !== undefined);

/** Up to the element for the article, and to what holds the headline, too; without one, to that for the page's content. */
function zoneOf({ page, headline }: Sought, core: Box): Box {
  if (headline === null) return findAround(core, isMain) ?? page.root;
  const zone = findAround(core, (box) => box.name === 'article' || isMain(box)) ?? page.root;
  const both = closestAround(headline.box, core);
  return holds(both, zone) ? both : zone;
}

const isMain = ({ name, attributes }: Box) => name === 'main' || attributes.role === 'main';
