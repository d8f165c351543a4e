import { type Box, boxesAround, findAround, holds, isHidden } from './box.ts';
import type { MeasuredLine, MeasuredPage } from './measured-page.ts';
import { isNamedComments, isNamedCookies, isNamedPanel, isNamedUnseen } from './names.ts';

/** Why boxes are left out, each with what holds for those within it; null where they may be the article's. */
export type Reasons = ReadonlyMap<Box, string | null>;

/** ARIA roles (WAI-ARIA 1.2) of what stands around an article. */
const ROLE =
  /^(?:navigation|search|contentinfo|dialog|alertdialog|alert|menu|menubar|menuitem|tablist|toolbar|button|tooltip|banner)$/;
/** Above this share of the page's prose, a mark on a box errs. */
const TOO_MUCH = 0.4;

/** Boxes that are furniture by their own marks, wherever they stand. */
export function furnitureOf(measured: MeasuredPage): Reasons {
  const { page, boxes, lines, headline } = measured;
  const all = measured.prose(page.root);
  const isSeen = ({ box }: MeasuredLine) => findAround(box, isUnseen) === null;
  const first = lines.find((line) => line.isPlain && line.at > (headline?.at ?? -1) && isSeen(line));
  /** An opinion piece is a comment, too; others' comments stand below what they are on. */
  const isBelow = (box: Box) => first === undefined || !holds(box, first.box);
  const unlinked = (box: Box) => measured.weight(box) - measured.linked(box);
  /** Of a short page, the only prose may be that of its footer. */
  const isMuch = (box: Box) => measured.prose(box) > TOO_MUCH * all && unlinked(box) > TOO_MUCH * unlinked(page.root);
  const withProse = new Set<Box>();
  const withQuote = new Set<Box>();
  for (const box of boxes) {
    if (box.name === 'p' && box.parent && measured.prose(box) > 0) withProse.add(box.parent);
    if (box.name === 'blockquote') for (const one of unseen(boxesAround(box), withQuote)) withQuote.add(one);
  }
  return inherited(boxes, (box) => {
    const isWhole = box === page.root || /^(?:body|html|main)$/.test(box.name);
    const isOwn = isWhole || measured.hasHeadline(box);
    if (!isOwn && isNamedComments(box) && isBelow(box) && isBusy(box, measured)) return 'comments';
    if (isMuch(box)) return null;
    if (!isOwn && isNamedCookies(box) && asksForCookies(box, measured)) return 'cookies';
    if (!isOwn && isNamedUnseen(box) && measured.weight(box) < 100) return 'hidden';
    if (box.name === 'nav' || (!isOwn && ROLE.test(box.attributes.role ?? ''))) return 'navigation';
    if (isUnseen(box) && !isPanel(box, measured)) return 'hidden';
    const isQuoted = box.parent !== null && withQuote.has(box.parent);
    if (box.name === 'figcaption' && !isQuoted) return 'caption';
    if (findAround(box.parent, ({ name }) => name === 'article' || name === 'main') !== null) return null;
    if (box.name === 'header' && !isOwn) return 'header';
    // One amid paragraphs is theirs: a correction, a note.
    const isAmid =
      box.parent !== null && withProse.has(box.parent) && (box.parent.name !== 'body' || measured.links(box) === 0);
    return box.name === 'footer' && !isAmid ? 'footer' : null;
  });
}

/** Boxes that stand beside an article, or are set into it. Those with nothing but ended lines are its boxes of facts. */
export function asidesOf(measured: MeasuredPage): ReadonlySet<Box> {
  const half = 0.5 * measured.prose(measured.page.root);
  const isAside = (box: Box) =>
    (box.name === 'aside' || box.attributes.role === 'complementary') &&
    measured.prose(box) < half &&
    !(measured.links(box) === 0 && box.controls === 0 && measured.ended(box) > 0);
  return marked(measured.boxes, isAside);
}

/** Boxes within an article, and asides amid paragraphs. */
export function insetsOf(measured: MeasuredPage, prose: (box: Box) => number): ReadonlySet<Box> {
  const withProse = new Set(
    measured.boxes.filter((box) => box.name === 'p' && prose(box) > 0).map(({ parent }) => parent),
  );
  return marked(
    measured.boxes,
    ({ name, parent }) => name === 'article' || (name === 'aside' && withProse.has(parent)),
  );
}

/** Reasons that hold for the boxes within, too. @param boxes each before those within it */
export function inherited(boxes: readonly Box[], reasonOf: (box: Box) => string | null): Reasons {
  const reasons = new Map<Box, string | null>();
  for (const box of boxes) reasons.set(box, (box.parent && reasons.get(box.parent)) ?? reasonOf(box));
  return reasons;
}

/** The boxes that are something, with those within them. */
function marked(boxes: readonly Box[], isOne: (box: Box) => boolean): ReadonlySet<Box> {
  const found = new Set<Box>();
  for (const box of boxes) if ((box.parent !== null && found.has(box.parent)) || isOne(box)) found.add(box);
  return found;
}

const isBusy = (box: Box, { links, count }: MeasuredPage) => box.controls > 0 || links(box) >= 2 || count(box) >= 6;

const asksForCookies = (box: Box, { lines, count }: MeasuredPage) =>
  box.controls > 0 || count(box) >= 3 || lines.slice(box.from, box.to).some(({ text }) => /cookie/i.test(text));

/** React streams parts in hidden, under ids of its own, until its script has run. */
const isUnseen = ({ name, attributes }: Box) =>
  (isHidden(attributes) || attributes['aria-hidden'] === 'true' || name === 'dialog') &&
  !/^S:\w+$/.test(attributes.id ?? '');

/** Text that a click shows: the answer to a question, a tab, the rest of a long text. */
const isPanel = (box: Box, { ended, density }: MeasuredPage) =>
  (/^(?:tabpanel|region)$/.test(box.attributes.role ?? '') || isNamedPanel(box)) &&
  box.controls === 0 &&
  ended(box) > 0 &&
  density(box) < 0.3;

/** Boxes outwards up to one that is known: those around it are known, too. */
function* unseen(boxes: Iterable<Box>, known: ReadonlySet<Box>): Generator<Box> {
  for (const box of boxes) {
    if (known.has(box)) return;
    yield box;
  }
}
