import type { Output, Pager, World } from '../model/world.ts';
import { forPrograms, oneLine } from '../text/escape.ts';
import type { Document } from './found.ts';
import { colorLevel, isUnicode, type Palette, palette } from './layout/palette.ts';
import { renderPage } from './layout/render-page.ts';
import type { Sheet } from './layout/sheet.ts';
import type { Block, Page, Text } from './page.ts';

/** In UTF-16 units: small enough to hold nothing up, large enough to cost few calls. */
const CHUNK = 65_536;
/** What paints a piece of text, and takes no room. */
const PAINT = /\u001b\[[\d;]*m/g;
/** Characters of most of the scripts that take two columns each; roughly, for a pager sees for itself. */
const WIDE = /[\u2e80-\uffff]/g;

/**
 * Writes to a stream what people and programs read. All that leaves the program leaves through here, and is made safe
 * for terminals here: whatever a ledger, a file name, a git ref or a configuration holds is shown, never obeyed.
 */
export class Printer {
  private readonly output: Output;
  private readonly sheet: Sheet;

  /** @param color true or false by flag, null where environment and stream decide */
  static async to(output: Output, { env }: Pick<World, 'env'>, color: boolean | null): Promise<Printer> {
    const width = output.isTerminal ? output.columns : null;
    const level = colorLevel(output, env, color);
    return new Printer(output, { width, palette: await palette(level), draws: level > 0 && isUnicode(env) });
  }

  private constructor(output: Output, sheet: Sheet) {
    this.output = output;
    this.sheet = sheet;
  }

  get isTerminal(): boolean {
    return this.output.isTerminal;
  }

  get palette(): Palette {
    return this.sheet.palette;
  }

  /**
   * Prints a document in the form that was asked for, until its reader goes away.
   * @param mayPage whether it goes through the terminal's pager if it is longer than the screen
   * @returns false where its reader went away before its end
   */
  async document(document: Document, mayPage: boolean): Promise<boolean> {
    const isPage = document.kind === 'page';
    const pieces = isPage ? await renderPage(document.page(this.sheet.width), this.sheet) : await document.pieces;
    const chunks = chunked(pieces, isPage ? asItIs : document.lineEnd ? withCrLf : forPrograms);
    return this.write(mayPage && this.output.page ? paged(chunks, this.output, this.output.page) : chunks);
  }

  async page(page: Page): Promise<void> {
    await this.write(chunked(await renderPage(page, this.sheet), asItIs));
  }

  /** Prints lines, each as it is. */
  async lines(...texts: readonly Text[]): Promise<void> {
    await this.page(texts.map((text): Block => ({ kind: 'line', text })));
  }

  /** Prints the beginning of a line, for an answer to be typed after it. */
  async prompt(text: string): Promise<void> {
    await this.output.write(oneLine(text));
  }

  /** Shows a line that the next one takes the place of, on a terminal; null takes it away. */
  async passing(text: string | null): Promise<void> {
    const shown = oneLine(text ?? '').slice(0, Math.max(20, this.output.columns - 1));
    await this.output.write(`\r\u001b[K${shown}`);
  }

  private async write(chunks: Iterable<string>): Promise<boolean> {
    for (const chunk of chunks) if (!(await this.output.write(chunk))) return false;
    return true;
  }
}

/** Pieces joined to what is worth a call. @param made what makes text safe that is not yet; asked about many together */
function* chunked(pieces: Iterable<string>, made: (text: string) => string): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield made(chunk);
    chunk = '';
  }
  yield made(chunk);
}

/** Shows text that is longer than the screen page by page. @returns what is left to print */
function paged(chunks: Iterable<string>, { columns, rows }: Output, page: Pager): readonly string[] {
  const all = [...chunks];
  // The last line of the screen is for what is typed next.
  return hasMoreLines(all, rows - 1, columns) && page(all) ? [] : all;
}

/** Whether a terminal of so many columns needs more than so many lines for a text. */
function hasMoreLines(chunks: readonly string[], most: number, columns: number): boolean {
  let lines = 0;
  for (const chunk of chunks) {
    for (const text of chunk.split('\n').slice(0, -1)) {
      lines += Math.max(1, Math.ceil(text.replace(PAINT, '').replace(WIDE, '  ').length / columns));
      if (lines > most) return true;
    }
  }
  return false;
}

const asItIs = (text: string) => text;
const withCrLf = (text: string) => forPrograms(text).replaceAll('\n', '\r\n');
