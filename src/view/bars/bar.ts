import type { TimeAxis } from '../../query/time-axis.ts';
import type { Standing, Turn } from '../../query/turns.ts';
import { line, type Page, type Piece, type Style, styled } from '../page.ts';

/** How a standing is drawn, with blocks and with letters, and what it is called. */
interface Look {
  readonly block: string;
  readonly letter: string;
  readonly style: Style;
  readonly word: string;
}

/** Status is always shape as well as colour. */
export const LOOKS: Readonly<Record<Standing, Look>> = {
  confirmed: { block: '▇', letter: 'c', style: 'confirmed', word: 'confirmed' },
  pending: { block: '━', letter: 'p', style: 'pending', word: 'pending' },
  unseen: { block: '─', letter: '·', style: 'quiet', word: 'not looked at' },
  refuted: { block: '═', letter: 'r', style: 'refuted', word: 'refuted' },
  opinion: { block: '╌', letter: 'o', style: 'opinion', word: 'opinion' },
};

/** A claim's bar over an axis: in each column how it stood, blank where it was not there. */
export function bar(turns: readonly Turn[], axis: TimeAxis): readonly Piece[] {
  const standings = axis.columns.map((end) => turns.findLast(({ day }) => day <= end)?.standing ?? null);
  const pieces: Piece[] = [];
  for (let from = 0; from < standings.length; ) {
    const standing = standings[from] ?? null;
    const end = standings.findIndex((one, at) => at > from && one !== standing);
    const columns = (end === -1 ? standings.length : end) - from;
    from += columns;
    pieces.push(standing === null ? { text: ' '.repeat(columns) } : drawn(LOOKS[standing], columns));
  }
  return pieces;
}

const drawn = ({ block, letter, style }: Look, columns: number): Piece => ({
  text: block.repeat(columns),
  plain: letter.repeat(columns),
  style,
});

/** What the bars of a page mean: on one line, or one a line where that is too long. @param width null for any length */
export function* legend(standings: ReadonlySet<Standing>, width: number | null): Page {
  const looks = Object.entries(LOOKS).flatMap(([standing, look]) =>
    standings.has(standing as Standing) ? [look] : [],
  );
  const entries = looks.map((look) => [drawn(look, SAMPLE), styled(` ${look.word}`, 'quiet')]);
  const length = looks.reduce((total, { word }) => total + SAMPLE + 1 + word.length + GAP.length, -GAP.length);
  if (width !== null && length > width) for (const entry of entries) yield line(...entry);
  else yield line(...entries.flatMap((entry, index) => (index === 0 ? entry : [GAP, ...entry])));
}

/** How many columns of a bar a legend shows. */
const SAMPLE = 3;
const GAP = '   ';
