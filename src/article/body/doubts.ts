import { type Box, boxesAround, findAround } from './box.ts';
import type { MeasuredLine, MeasuredPage } from './measured-page.ts';
import { isNamedFurniture, isNamedLead, isNamedPicture } from './names.ts';

/** A box with so much plain text is the article's, whatever its name. */
const MUCH = 600;

/** Who owns a page or took a picture, in a line of its own. */
const COPYRIGHT = /^(?:copyright\b[\s:]*)?(?:©|ⓒ|\(c\)\s)|^copyright\s+(?:by\s|\d{4})/i;
const CREDIT =
  /(?:^|[.!?…"”“»)\]|(,;–-]\s*)(?:[Pp]hoto|PHOTO|Foto|FOTO|Bild|BILD|Image)(?: by| credit)?:\s?([^:]{2,80})$/u;
const LONGEST_NOTICE = 400;

/** Judges what stands within the article or next to it, and may not be of it. */
export class Doubts {
  readonly #measured: MeasuredPage;
  readonly #reasons = new Map<Box, string | null>();

  constructor(measured: MeasuredPage) {
    this.#measured = measured;
  }

  /** Why a line within a box is none of the article's text; null where it is. */
  within(line: MeasuredLine, outside: Box): string | null {
    const around = [...boxesAround(line.box, outside)];
    const isQuoted = around.some(({ name }) => name === 'blockquote');
    for (const box of around.toReversed()) {
      const reason = this.#reasonOf(box);
      if (reason !== null && (!isQuoted || reason === 'teasers')) return reason;
    }
    return isQuoted || around.some(({ name }) => name === 'pre') ? null : this.#reasonOfLine(line, around);
  }

  /** The same of a line that is in the zone of the article, but not in its own box. */
  beside(line: MeasuredLine, zone: Box, isLead: boolean, isInAside: boolean): string | null {
    const reason = this.within(line, zone);
    if (reason !== null) return reason;
    if (isInAside && findAround(line.box, ({ name }) => name === 'article') === null) return 'beside the article';
    const isNamed = () => [...boxesAround(line.box, zone)].slice(0, 3).some(isNamedLead);
    if (isLead && line.density < 0.3 && (line.weight >= 60 || isNamed())) return null;
    if (line.isHeading) return isLead ? null : 'beside the article';
    const isCut = /(?:…|\.\.\.)$/.test(line.text);
    return line.ends && line.density <= 0.5 && !isCut ? null : 'beside the article';
  }

  /** @param around the boxes around it, from the inside outwards */
  #reasonOfLine({ text, density, ends, weight, isHeading }: MeasuredLine, around: readonly Box[]): string | null {
    if (weight < LONGEST_NOTICE && COPYRIGHT.test(text)) return 'copyright';
    if (weight < LONGEST_NOTICE && isCredited(text)) return 'caption';
    const isNamed = around.slice(0, 3).some(isNamedFurniture);
    if (isHeading) {
      const item = around.find(({ name }) => /^(?:li|article|aside)$/.test(name));
      const isItem = isNamed || (item !== undefined && this.#measured.ended(item) === 0);
      return density > 0.8 && isItem ? 'linked heading' : null;
    }
    if (density > 0.8 && !(ends && (weight >= 30 || around[0]?.name === 'p'))) return 'link';
    if (isNamed && weight < 80 && !ends) return 'label';
    return weight < 40 && !ends && density > 0.5 ? 'link' : null;
  }

  #reasonOf(box: Box): string | null {
    let reason = this.#reasons.get(box);
    if (reason === undefined) {
      reason = reasonOfBox(box, this.#measured);
      this.#reasons.set(box, reason);
    }
    return reason;
  }
}

function reasonOfBox(box: Box, measured: MeasuredPage): string | null {
  const { plain, density, links, said, ended, weight } = measured;
  if (/^(?:p|blockquote|h[1-6]|td|tr|tbody|table)$/.test(box.name) || plain(box) >= MUCH) return null;
  if (isCaption(box, measured)) return 'caption';
  const isNamed = isNamedFurniture(box) || box.name === 'aside';
  const isSilent = isNamed ? said(box) === 0 : ended(box) === 0;
  if (links(box) >= 2 && density(box) > 0.6 && isSilent) return 'links';
  if ((isNamed || box.name === 'form') && box.controls > 0 && weight(box) < 400) return 'form';
  if (!isNamed) return null;
  if (density(box) > 0.4 && isSilent) return 'links';
  if (ended(box) === 0 && weight(box) < 60) return 'label';
  return links(box) >= 2 && density(box) > 0.25 ? 'teasers' : null;
}

/** Whether a box holds a picture, says so, and has little text besides. */
function isCaption(box: Box, { count, weight, said }: MeasuredPage): boolean {
  if (count(box) > 3 || weight(box) > 400 || said(box) > 1) return false;
  return (box.name === 'figure' || isNamedPicture(box)) && box.pictures > picturesInText(box);
}

/** Whether a line ends with the name of who took a picture. */
function isCredited(text: string): boolean {
  const name = CREDIT.exec(text)?.[1] ?? '';
  return (
    name !== '' &&
    !/[.!?]$/.test(name) &&
    name.split(/[\s/,&|]+/).every((word) => /^(?:[^\p{Ll}]|\p{Ll}{2,3}$|dpa)/u.test(word))
  );
}

/** Pictures that stand amid the words of a paragraph. */
const picturesInText = ({ children }: Box): number =>
  children.reduce((sum, box) => sum + (box.name === 'p' && box.to > box.from ? box.pictures : picturesInText(box)), 0);
