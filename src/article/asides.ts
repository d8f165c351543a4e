/** Brackets by what closes them. */
const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（', '」': '「', '』': '『' };
const BRACKET = /[()[\]{}（）「」『』]/g;

/** A longer bracket holds sentences of its own, or its closing half is missing and another's was taken for it. */
const LONGEST = 400;

interface Aside {
  open: number;
  close: number;
  /** Whether it is an East Asian quotation, which is not cut even where a sentence begins with it. */
  isQuotation: boolean;
  /** Whether a colon leads to it. */
  isAnnounced: boolean;
}

/** The bracketed parts of a text in order of their opening; those without a near closing half are left out. */
function asidesOf(text: string): Aside[] {
  const asides: Aside[] = [];
  const waiting = new Map<string, Aside[]>();
  for (const { 0: sign, index } of text.matchAll(BRACKET)) {
    const opener = OPENERS[sign];
    if (opener === undefined) {
      const isAnnounced = index > 0 && /[:：]/.test(text.charAt(index - 1));
      const aside = { open: index, close: -1, isQuotation: /[「『]/.test(sign), isAnnounced };
      asides.push(aside);
      const others = waiting.get(sign);
      if (others) others.push(aside);
      else waiting.set(sign, [aside]);
    } else {
      const aside = waiting.get(opener)?.pop();
      if (aside && index - aside.open <= LONGEST) aside.close = index;
    }
  }
  return asides.filter(({ close }) => close !== -1);
}

/** Up to where brackets met so far hold a sentence together. */
export interface Held {
  /** No sentence ends before here. */
  until: number;
  /** Up to here a sentence's own words go on around the bracket. */
  embeddedUntil: number;
}

/**
 * Follows the brackets of a text from left to right.
 * @returns a function to ask at growing places, with where the sentence's first letter is
 */
export function followAsides(text: string): (place: number, firstLetter: number) => Held {
  const asides = asidesOf(text);
  const held = { until: -1, embeddedUntil: -1 };
  let next = 0;
  return (place, firstLetter) => {
    for (let aside = asides[next]; aside && aside.open < place; aside = asides[++next]) {
      const isAmidSentence = firstLetter < aside.open;
      if (isAmidSentence || aside.isQuotation) held.until = Math.max(held.until, aside.close);
      if (isAmidSentence && !aside.isAnnounced) held.embeddedUntil = Math.max(held.embeddedUntil, aside.close);
    }
    return held;
  };
}
