import type { Box, Line, Page } from './box.ts';
import { findAround, headingAround, holds } from './box.ts';

/** A line with what tells prose from furniture. */
export interface MeasuredLine extends Line {
  /** Its index among the page's. */
  readonly at: number;
  /** Its length; characters of scripts that write whole words in few, or without spaces, count three times. */
  readonly weight: number;
  /** Whether it ends as a sentence does, or with a colon. */
  readonly ends: boolean;
  readonly isProse: boolean;
  /** Whether it is of some length, ends, and is not linked. */
  readonly isPlain: boolean;
  readonly isHeading: boolean;
  /** Its letters and digits alone, for comparing. */
  readonly bare: string;
}

/** What a box holds, of one kind. */
export type SumOf = (box: Box) => number;

/** A page's boxes and lines with their measures. */
export interface MeasuredPage {
  readonly page: Page;
  readonly lines: readonly MeasuredLine[];
  /** The boxes that hold lines, each before those within it. */
  readonly boxes: readonly Box[];
  readonly headline: MeasuredLine | null;
  readonly hasHeadline: (box: Box) => boolean;
  readonly weight: SumOf;
  /** The weight of what is linked. */
  readonly linked: SumOf;
  /** The share that is linked, 0 to 1. */
  readonly density: SumOf;
  /** The weight of prose. */
  readonly prose: SumOf;
  /** The weight of plain lines. */
  readonly plain: SumOf;
  /** How many lines are long and end. */
  readonly said: SumOf;
  /** How many lines end and are not linked; are links; are linked headings. */
  readonly ended: SumOf;
  readonly links: SumOf;
  readonly linkedHeadings: SumOf;
  readonly count: SumOf;
}

const ENDS = /[\p{Sentence_Terminal}…:;][\p{Pe}\p{Pf}\p{Pi}"'*†\s\]\d]*$/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** A headline that names the page's title has at least so many letters; another one, so much weight. */
const SHORTEST_TITLE = 9;
const SHORTEST_HEADLINE = 21;

/** Measures a page's lines and boxes. */
export function measure(page: Page): MeasuredPage {
  const headings = new Map<Box, boolean>();
  const lines = page.lines.map((line, at) => measured(line, at, headings));
  const headline = headlineOf(lines, page);
  const sum = (of: (line: MeasuredLine) => number) => sumsOver(lines, of);
  const weight = sum((line) => line.weight);
  const linked = sum((line) => line.weight * line.density);
  return {
    page,
    lines,
    boxes: boxesIn(page.root),
    headline,
    hasHeadline: (box) => headline !== null && holds(box, headline.box),
    weight,
    linked,
    density: (box) => linked(box) / Math.max(1, weight(box)),
    prose: sum((line) => (line.isProse ? line.weight : 0)),
    plain: sum((line) => (line.isPlain ? line.weight : 0)),
    said: sum(({ ends, weight }) => (ends && weight >= 80 ? 1 : 0)),
    ended: sum(({ ends, density }) => (ends && density < 0.5 ? 1 : 0)),
    links: sum(({ density }) => (density > 0.5 ? 1 : 0)),
    linkedHeadings: sum(({ isHeading, density }) => (isHeading && density > 0.8 ? 1 : 0)),
    count: (box) => box.to - box.from,
  };
}

/** Letters and digits alone, for comparing. */
export const bareText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Sums over lines, so that each box's is one subtraction. */
export function sumsOver(lines: readonly MeasuredLine[], of: (line: MeasuredLine) => number): SumOf {
  const before = new Float64Array(lines.length + 1);
  for (const [at, line] of lines.entries()) before[at + 1] = (before[at] ?? 0) + of(line);
  return ({ from, to }) => (before[to] ?? 0) - (before[from] ?? 0);
}

function measured(line: Line, at: number, headings: Map<Box, boolean>): MeasuredLine {
  const { text, box, density } = line;
  const wide = /[^\u0000-\u024f]/.test(text) ? (text.match(WIDE)?.length ?? 0) : 0;
  const weight = text.length + 2 * wide;
  const ends = ENDS.test(text.slice(-60));
  const isProse = (weight >= 80 && density < 0.5 && (ends || weight >= 200)) || (weight >= 200 && density < 0.8);
  const isPlain = weight >= 40 && density < 0.5 && ends;
  let isHeading = headings.get(box);
  if (isHeading === undefined) {
    isHeading = headingAround(box) !== false;
    headings.set(box, isHeading);
  }
  return { text, box, density, at, weight, ends, isProse, isPlain, isHeading, bare: bareText(text) };
}

/** The `h1` that names the page's title, else the only one, else the first of some length. */
function headlineOf(lines: readonly MeasuredLine[], { meta }: Page): MeasuredLine | null {
  const title = bareText(meta.get('og:title') ?? meta.get('twitter:title') ?? '');
  const first = lines.filter(({ isHeading, box }) => isHeading && findAround(box, ({ name }) => name === 'h1'));
  const named = ({ bare }: MeasuredLine) =>
    title !== '' && bare.length >= SHORTEST_TITLE && (title.includes(bare) || bare.includes(title));
  const [only, ...others] = first;
  return (
    first.find(named) ??
    (others.length === 0 ? only : undefined) ??
    first.find(({ weight }) => weight >= SHORTEST_HEADLINE) ??
    null
  );
}

function boxesIn(root: Box): Box[] {
  const boxes: Box[] = [];
  const open = [root];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    if (box.to === box.from) continue;
    boxes.push(box);
    for (let at = box.children.length - 1; at >= 0; at--) open.push(box.children[at] as Box);
  }
  return boxes;
}
