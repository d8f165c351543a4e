import type { Measure } from '../../text/measure.ts';

/** Writes lines with hanging indentation. */
export class Writer {
  /** What was written so far. */
  text = '';
  private readonly measure: Measure;
  private readonly width: number | null;

  /** @param width the terminal's columns, or null for lines that are never wrapped */
  constructor(measure: Measure, width: number | null) {
    this.measure = measure;
    this.width = width;
  }

  line(text: string): void {
    this.text += `${text}\n`;
  }

  /** A text behind a lead, wrapped so that its further lines stand under its first. */
  hang(margin: number, lead: string, text: string, paint: (text: string) => string = (plain) => plain, painted = lead) {
    const indent = margin + this.measure.width(lead);
    const lines = this.width === null ? [text] : this.measure.wrap(text, Math.max(20, this.width - indent));
    lines.forEach((line, index) => {
      const start = index === 0 ? ' '.repeat(margin) + painted : ' '.repeat(indent);
      this.line((start + paint(line)).trimEnd());
    });
  }
}
