import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { LineColumn } from '../model/place.ts';
import { defined } from '../text/defined.ts';
import { lineIndex } from '../text/line-index.ts';
import { isNull, offsetOf, type Scan } from './scan.ts';
import { ALIAS, END, LIST, MAP, type NodeKind, NULL, SCALAR, type Scanner } from './scanner.ts';

/** The nodes of a text that the parser took apart; null where it could not. */
export const nodesOf = (scanned: Scan): Scanner | null =>
  scanned.events.length > 0 ? new EventScanner(scanned) : null;

class EventScanner implements Scanner {
  readonly text: string;
  readonly budget: number;
  readonly rescan = null;
  private readonly scanned: Scan;
  private readonly placeOf: (offset: number) => LineColumn;
  /** Behind the start of the document. */
  private at = 1;

  constructor(scanned: Scan) {
    this.scanned = scanned;
    this.text = scanned.text;
    this.budget = 10_000 + 10 * scanned.events.length;
    this.placeOf = lineIndex(scanned.text);
  }

  kind(): NodeKind {
    const event = this.event();
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return isNull(this.text, event) ? NULL : SCALAR;
      case EVENT_ID.SEQUENCE:
        return LIST;
      case EVENT_ID.MAPPING:
        return MAP;
      case EVENT_ID.ALIAS:
        return ALIAS;
      default:
        return END;
    }
  }

  start(): number {
    return offsetOf(this.event());
  }

  startLine(): number {
    return this.placeOf(this.start()).line;
  }

  value(): string {
    const event = this.event();
    return event.type === EVENT_ID.SCALAR ? getScalarValue(this.text, event) : '';
  }

  isPlainScalar(): boolean {
    const event = this.event();
    return event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
  }

  next(): void {
    this.at++;
  }

  enter(): number | null {
    const back = this.at + 1;
    const target = this.scanned.targets.get(this.at);
    this.at = target ?? back;
    return target === undefined ? null : back;
  }

  leave(back: number): number {
    const passed = this.at - defined(this.scanned.targets.get(back - 1));
    this.at = back;
    return passed;
  }

  private event(): Event {
    return defined(this.scanned.events[this.at]);
  }
}
