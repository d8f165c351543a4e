import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { LineColumn } from '../model/place.ts';
import { defined } from '../text/defined.ts';
import { lineIndex } from '../text/line-index.ts';
import { isNull, offsetOf, type Scan } from './scan.ts';
import { ALIAS, END, LIST, MAP, type Node, NULL, SCALAR, type Scanner } from './scanner.ts';

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
  node: Node;

  constructor(scanned: Scan) {
    this.scanned = scanned;
    this.text = scanned.text;
    this.budget = 10_000 + 10 * scanned.events.length;
    this.placeOf = lineIndex(scanned.text);
    this.node = this.nodeOf(scanned.events[this.at]);
  }

  next(): void {
    this.moveTo(this.at + 1);
  }

  enter(): number | null {
    const back = this.at + 1;
    const target = this.scanned.targets.get(this.at);
    this.moveTo(target ?? back);
    return target === undefined ? null : back;
  }

  leave(back: number): number {
    const passed = this.at - defined(this.scanned.targets.get(back - 1));
    this.moveTo(back);
    return passed;
  }

  private moveTo(at: number): void {
    this.at = at;
    this.node = this.nodeOf(this.scanned.events[at]);
  }

  private nodeOf(event: Event | undefined): Node {
    const node: Node = { kind: END, start: -1, line: 0, value: '', isPlain: false };
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return node;
    const start = offsetOf(event);
    if (event.type === EVENT_ID.ALIAS) return { ...node, kind: ALIAS, start };
    if (event.type === EVENT_ID.SEQUENCE) return { ...node, kind: LIST, start };
    if (event.type === EVENT_ID.MAPPING) return { ...node, kind: MAP, start, line: this.placeOf(start).line };
    if (isNull(this.text, event)) return { ...node, kind: NULL, start };
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    return { ...node, kind: SCALAR, start, value: getScalarValue(this.text, event), isPlain };
  }
}
