import type { Output, World } from '../model/world.ts';
import { forPrograms, oneLine } from '../text/escape.ts';
import type { Document } from './found.ts';
import { colorLevel, palette } from './layout/palette.ts';
import { renderPage } from './layout/render-page.ts';
import type { Sheet } from './layout/sheet.ts';
import type { Block, Page, Text } from './page.ts';

/** In UTF-16 units: small enough to hold nothing up, large enough to cost few calls. */
const CHUNK = 65_536;

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
    return new Printer(output, { width, palette: await palette(colorLevel(output, env, color)) });
  }

  private constructor(output: Output, sheet: Sheet) {
    this.output = output;
    this.sheet = sheet;
  }

  get isTerminal(): boolean {
    return this.output.isTerminal;
  }

  /** Prints a document in the form that was asked for, until its reader goes away. */
  async document(document: Document): Promise<void> {
    if (document.kind === 'page') await this.page(document.page(this.sheet.width));
    else await this.write(await document.pieces, forPrograms);
  }

  async page(page: Page): Promise<void> {
    await this.write(await renderPage(page, this.sheet));
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

  /** @param made what makes text safe that is not yet; asked about many pieces together */
  private async write(pieces: Iterable<string>, made: (text: string) => string = asItIs): Promise<void> {
    let chunk = '';
    for (const piece of pieces) {
      chunk += piece;
      if (chunk.length < CHUNK) continue;
      if (!(await this.output.write(made(chunk)))) return;
      chunk = '';
    }
    await this.output.write(made(chunk));
  }
}

const asItIs = (text: string) => text;
