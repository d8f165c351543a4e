import { type Box, holds, shapeOf } from './box.ts';
import { inherited, type Reasons } from './furniture.ts';
import type { MeasuredPage, SumOf } from './measured-page.ts';

/** Three and more of a shape are a list of teasers, if most of them look like one. */
const FEWEST = 3;
const MOST = 0.7;
/** Cards with more than this share of the article's ended lines are its own parts: promises, updates, speeches. */
const OWN = 0.6;
/** How many lines a teaser has, and how much they weigh. */
const LINES = [2, 8] as const;
const HEAVIEST = 400;

/**
 * Boxes that lead to other articles: cards in lists, and articles of their own within the page's.
 * @param core the box of the article; those around it are none
 * @param free the weight of prose that is not furniture
 * @param total that of the whole page
 */
export function teasersOf(measured: MeasuredPage, core: Box, free: SumOf, total: number): Reasons {
  const cards = new Set(measured.boxes.flatMap((box) => cardsIn(box, measured, core)));
  const others = othersOf(measured, core, free, total);
  return inherited(measured.boxes, (box) => {
    if (cards.has(box)) return 'card';
    return others.has(box) ? 'another article' : null;
  });
}

function cardsIn(parent: Box, measured: MeasuredPage, core: Box): Box[] {
  const shapes = new Map<string, Box[]>();
  for (const child of parent.children) {
    if (child.to === child.from || !/^(?:div|li|section|article|figure|dl)$/.test(child.name)) continue;
    const shape = shapeOf(child);
    const like = shapes.get(shape);
    if (like) like.push(child);
    else shapes.set(shape, [child]);
  }
  const found = [...shapes.values()].flatMap((like) => {
    if (like.length < FEWEST) return [];
    const cards = like.filter((box) => isCard(box, measured) && !holds(box, core) && !isPart(box, measured, core));
    return cards.length >= MOST * like.length ? cards : [];
  });
  const ended = found.reduce((sum, box) => sum + measured.ended(box), 0);
  return holds(core, parent) && ended > OWN * measured.ended(core) ? [] : found;
}

function isCard(box: Box, { links, count, weight, said, density }: MeasuredPage): boolean {
  const [fewest, most] = LINES;
  const isShort = count(box) >= fewest && count(box) <= most && weight(box) < HEAVIEST;
  return isShort && links(box) > 0 && said(box) <= 1 && density(box) > 0.25;
}

/** A box of the article's own with a sentence in it, such as a promise or a speech: teasers have a picture. */
const isPart = (box: Box, { ended }: MeasuredPage, core: Box) =>
  box.pictures === 0 && ended(box) > 0 && holds(core, box);

/** Articles with a link to themselves, unless they hold most of what is the article's: items of a live blog. */
function othersOf(measured: MeasuredPage, core: Box, free: SumOf, total: number): ReadonlySet<Box> {
  const { boxes, links, linkedHeadings, weight, hasHeadline } = measured;
  const isOther = (box: Box) =>
    box.name === 'article' &&
    !holds(box, core) &&
    !hasHeadline(box) &&
    free(box) < 0.4 * total &&
    (linkedHeadings(box) > 0 || (links(box) > 0 && weight(box) < HEAVIEST));
  const others = boxes.filter(isOther);
  const within = others.filter((box) => holds(core, box));
  const sum = (of: SumOf) => within.reduce((all, box) => all + of(box), 0);
  const parts = within.filter((box) => isPart(box, measured, core));
  const areParts =
    sum(free) > 0.5 * free(core) ||
    sum(measured.ended) > OWN * measured.ended(core) ||
    parts.length > 0.5 * within.length;
  const own = new Set(areParts ? within : parts);
  return new Set(others.filter((box) => !own.has(box)));
}
