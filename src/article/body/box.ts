/** An element that stands in lines of its own. */
export interface Box {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its class and id. */
  readonly names: string;
  /** Null of the page itself. */
  readonly parent: Box | null;
  readonly depth: number;
  readonly children: Box[];
  /** Its lines in the page's: from, and up to before `to`. */
  readonly from: number;
  to: number;
  /** How many inputs and buttons are in it, and how many pictures. */
  controls: number;
  pictures: number;
}

/** A line of a page, as a browser without styles would set it if a line had no end. */
export interface Line {
  readonly text: string;
  /** The closest box around it. */
  readonly box: Box;
  /** The share of it that is linked, 0 to 1. */
  readonly density: number;
}

/** A page's lines in order, and what it says of itself. */
export interface Page {
  readonly root: Box;
  readonly lines: readonly Line[];
  /** Its `meta` elements by name or property in small letters; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  /** The texts of its JSON-LD. */
  readonly data: readonly string[];
}

/** A box and those around it, from the inside outwards, up to before another. */
export function* boxesAround(box: Box | null, outside: Box | null = null): Generator<Box> {
  for (let one = box; one !== null && one !== outside; one = one.parent) yield one;
}

/** The innermost box of some kind around one, or that one itself. */
export function findAround(box: Box | null, isOne: (box: Box) => boolean): Box | null {
  for (const one of boxesAround(box)) if (isOne(one)) return one;
  return null;
}

/** What a heading around a box tells of it: `h1` is one; below, its words have to tell. */
export function headingAround(box: Box): boolean | null {
  const heading = findAround(box, ({ name }) => /^h[1-6]$/.test(name));
  return heading !== null && (heading.name === 'h1' || null);
}

/** What boxes of one kind have in common: the element and its first class. */
export const shapeOf = ({ name, attributes }: Box): string => `${name}.${(attributes.class ?? '').split(/\s+/)[0]}`;

/** Whether a box is another, or around it. */
export function holds(outer: Box, inner: Box): boolean {
  let box: Box | null = inner;
  while (box !== null && box.depth > outer.depth) box = box.parent;
  return box === outer;
}

/** The innermost box that holds both. */
export function closestAround(one: Box, other: Box): Box {
  let [a, b] = [one, other];
  while (a !== b) {
    if (a.depth >= b.depth) a = a.parent ?? b;
    else b = b.parent ?? a;
  }
  return a;
}

/** Whether markup hides an element; `until-found` is there to be found. */
export const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  (attributes.hidden !== undefined && attributes.hidden !== 'until-found') ||
  /display:\s*none|visibility:\s*hidden/i.test(attributes.style ?? '');
