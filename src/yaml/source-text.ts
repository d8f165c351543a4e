import { lastLeaf, type TreeNode, trivia } from './tree.ts';

/** Where things stand in a text: lines, columns and line ends. Offsets and columns are UTF-16 units. */
export class SourceText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  lineStart(offset: number): number {
    const start = this.text.lastIndexOf('\n', offset - 1) + 1;
    return start === 0 && this.text.startsWith('\uFEFF') ? 1 : start;
  }

  /** Columns from 0; a byte-order mark is none. */
  column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** The offset after the line break that follows; the end of the text where none does. */
  nextLine(offset: number): number {
    const lineBreak = this.text.indexOf('\n', offset);
    return lineBreak === -1 ? this.text.length : lineBreak + 1;
  }

  /** The line end that is used around an offset. */
  lineEndNear(offset: number): string {
    const next = this.text.indexOf('\n', offset);
    const at = next === -1 ? this.text.lastIndexOf('\n') : next;
    return at > 0 && this.text[at - 1] === '\r' ? '\r\n' : '\n';
  }

  /** White space in front of an offset if there is nothing else on its line, or null. */
  indentBefore(offset: number): string | null {
    const before = this.text.slice(this.lineStart(offset), offset);
    return /^[ \t]*$/.test(before) ? before : null;
  }

  hasBlankLine(from: number, to: number): boolean {
    return /\n[ \t]*\r?\n/.test(this.text.slice(from, to));
  }

  hasLineBreak(from: number, to: number): boolean {
    return this.text.slice(from, to).includes('\n');
  }

  /** Whether a blank stands after an opening bracket or brace, on its line. */
  isPadded(bracket: number): boolean {
    return /^[ \t]+[^\s#]/.test(this.text.slice(bracket + 1, this.nextLine(bracket)));
  }

  /** The next offset that is neither white space nor comment. */
  afterTrivia(offset: number): number {
    return trivia(this.text, offset);
  }

  /** From a line's start, the offset after the comments that stand there and are indented at least that far. */
  afterComments(offset: number, least: number): number {
    for (let at = offset; ; ) {
      const end = this.text.indexOf('\n', at);
      const line = end === -1 ? '' : this.text.slice(at, end);
      const indent = line.length - line.trimStart().length;
      if (line[indent] !== '#' || indent < least) return at;
      at = end + 1;
    }
  }

  /** Where a node's text ends; blank lines after a block scalar are left to what follows, unless they belong to it. */
  endOf(node: TreeNode): number {
    const leaf = lastLeaf(node);
    if (leaf.kind !== 'scalar' || !leaf.block || leaf.keepsBreaks) return node.end;
    let end = node.end;
    for (;;) {
      const [, blank] = /\n(\r?\n)$/.exec(this.text.slice(Math.max(leaf.start, end - 3), end)) ?? [];
      if (blank === undefined) return end;
      end -= blank.length;
    }
  }
}
