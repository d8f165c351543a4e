import { Parser } from 'htmlparser2';
import { type Box, isHidden, type Line, type Page } from './box.ts';

/** How deep elements may be nested; pages seldom reach fifty. The parser takes the square of it in time. */
const DEEPEST = 1000;
/** Boxes within more than these are taken for their siblings, as browsers do at 512. */
const DEEPEST_BOX = 250;

const BLOCK = new Set(
  'html body address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements without words of the article: what is struck out or replaced by scripts, and the readings of ruby. */
const WORDLESS = new Set(
  'title meta link script style noscript template iframe noembed noframes object svg math button input select option textarea datalist audio video canvas rt rp rtc del s strike'.split(
    ' ',
  ),
);
const CONTROL = /^(?:input|textarea|button|select)$/;
const PICTURE = /^(?:img|amp-img|video)$/;

const POWERS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+-−()n', (sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ'.charAt(at)]),
);
/** The longest mark of a note, in characters: `[citation needed]`. */
const LONGEST_MARK = 24;
/** Marks that nothing but their look tells from a word. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]{1,2}|[*†‡§]+)[\])]?$/i;
/** What a reader with eyes sees and a screen reader is to ignore is an ornament, if it is no longer than this. */
const LONGEST_ORNAMENT = 40;

/** An open element. */
interface Open {
  readonly name: string;
  readonly kind: 'box' | 'flat' | 'inline' | 'silent';
  readonly isLink: boolean;
  readonly isOrnament: boolean;
  /** Where its text begins. */
  readonly line: number;
  readonly piece: number;
  readonly linked: number;
  hasLink: boolean;
}

/**
 * Reads a page into its lines. Nothing in it is run or fetched, no page is too broken, and the time it takes grows with
 * the page's length only.
 *
 * Text that markup gives a meaning is read so: a `sup` that is a link is the mark of a note and no text, other digits in
 * one become powers; `del` and `s` are no text, `q` has quotes, `br` is a space and two of them end a line.
 * @throws RangeError if elements are nested deeper than any page's
 */
export const readLines = (html: string): Page => new PageReader().read(html);

class PageReader {
  readonly #root: Box = newBox('', {}, null, 0, 0, 0);
  readonly #lines: Line[] = [];
  readonly #meta = new Map<string, string>();
  readonly #data: string[] = [];
  readonly #open: Open[] = [];
  #box = this.#root;
  #pieces: string[] = [];
  /** How many characters of the line are linked. */
  #linked = 0;
  #links = 0;
  #quotes = 0;
  #controls = 0;
  #pictures = 0;
  /** Whether nothing stands after a line break; whether nothing stands after the mark of a note. */
  #isAfterBreak = false;
  #isAfterMark = false;
  /** Elements deep within one without words. */
  #silent = 0;
  #datum: string | null = null;

  read(html: string): Page {
    const parser = new Parser({
      onopentag: (name, attributes) => this.#start(name.toLowerCase(), attributes),
      onclosetag: () => this.#end(),
      ontext: (text) => this.#add(text),
    });
    parser.end(html);
    this.#flush();
    this.#root.to = this.#lines.length;
    this.#root.controls = this.#controls;
    this.#root.pictures = this.#pictures;
    return { root: this.#root, lines: this.#lines, meta: this.#meta, data: this.#data };
  }

  #start(name: string, attributes: Record<string, string>): void {
    if (this.#open.length + this.#silent > DEEPEST) throw new RangeError('nested too deeply');
    if (this.#silent > 0) {
      this.#silent++;
      return;
    }
    if (name === 'meta') this.#note(attributes);
    if (CONTROL.test(name) && !/^hidden$/i.test(attributes.type ?? '')) this.#controls++;
    if (PICTURE.test(name)) this.#pictures++;
    if (name === 'br') this.#break();
    const kind = this.#kindOf(name, attributes);
    const isLink = name === 'a' && kind === 'inline' && attributes.href !== undefined;
    if (kind === 'box' || kind === 'flat') this.#flush();
    if (kind === 'box') {
      this.#box = newBox(name, attributes, this.#box, this.#lines.length, this.#controls, this.#pictures);
      this.#box.parent?.children.push(this.#box);
    }
    if (kind === 'silent') {
      this.#silent = 1;
      if (name === 'script' && /\bld\+json\b/i.test(attributes.type ?? '')) this.#datum = '';
    }
    if (name === 'q') this.#add(this.#quotes++ % 2 === 0 ? '“' : '‘');
    if (isLink) {
      this.#links++;
      for (let at = this.#open.length - 1; at >= 0; at--) {
        const outer = this.#open[at] as Open;
        if (outer.kind !== 'inline') break;
        outer.hasLink = true;
      }
    }
    const isOrnament = kind === 'inline' && attributes['aria-hidden'] === 'true';
    const place = { line: this.#lines.length, piece: this.#pieces.length, linked: this.#linked };
    this.#open.push({ name, kind, isLink, isOrnament, ...place, hasLink: isLink });
  }

  #kindOf(name: string, attributes: Record<string, string>): Open['kind'] {
    if (BLOCK.has(name)) return this.#box.depth < DEEPEST_BOX ? 'box' : 'flat';
    // What a script has put in the page's own template is shown in its place.
    if (name === 'template' && attributes.shadowrootmode !== undefined) return 'inline';
    // A heading that opens and closes what follows is a button, too.
    if (name === 'button' && /^(?:h[1-6]|summary)$/.test(this.#box.name)) return 'inline';
    if (name === 'a' && attributes.role === 'doc-noteref') return 'silent';
    return WORDLESS.has(name) || isHidden(attributes) ? 'silent' : 'inline';
  }

  #end(): void {
    if (this.#silent > 1) {
      this.#silent--;
      return;
    }
    const ended = this.#open.pop();
    if (!ended) return;
    if (ended.kind === 'silent') {
      this.#silent = 0;
      if (this.#datum !== null) this.#data.push(this.#datum);
      this.#datum = null;
      return;
    }
    if (ended.isLink) this.#links--;
    if (ended.name === 'q') this.#add(--this.#quotes % 2 === 0 ? '”' : '’');
    if (ended.name === 'sup') this.#raise(ended);
    if (ended.isOrnament && this.#textIn(ended).length < LONGEST_ORNAMENT) this.#cut(ended);
    if (ended.kind === 'inline') return;
    this.#flush();
    if (ended.kind === 'flat') return;
    this.#box.to = this.#lines.length;
    this.#box.controls = this.#controls - this.#box.controls;
    this.#box.pictures = this.#pictures - this.#box.pictures;
    this.#box = this.#box.parent ?? this.#root;
  }

  #add(text: string): void {
    if (this.#datum !== null) this.#datum += text;
    if (this.#silent > 0) return;
    // A mark between two sentences stood for the space.
    if (this.#isAfterMark && /^\p{Lu}/u.test(text) && /[.!?…”"»)]$/.test(this.#pieces.at(-1) ?? '')) text = ` ${text}`;
    this.#isAfterMark = false;
    if (this.#isAfterBreak && /\S/.test(text)) this.#isAfterBreak = false;
    this.#pieces.push(text);
    if (this.#links > 0) this.#linked += text.replace(/\s+/g, ' ').length;
  }

  #break(): void {
    if (this.#isAfterBreak) this.#flush();
    else {
      this.#pieces.push('\n');
      this.#isAfterBreak = true;
    }
  }

  #flush(): void {
    const text = this.#pieces.join('').replace(/\s+/g, ' ').trim();
    if (text !== '') {
      this.#lines.push({ text, box: this.#box, density: Math.min(1, this.#linked / text.length) });
    }
    this.#pieces = [];
    this.#linked = 0;
    this.#isAfterBreak = false;
    this.#isAfterMark = false;
  }

  /** The text so far of an open element; none where a line has ended within. */
  #textIn({ line, piece }: Open): string {
    return line === this.#lines.length ? this.#pieces.slice(piece).join('').trim() : '';
  }

  #cut({ piece, linked }: Open): void {
    this.#pieces.length = Math.min(piece, this.#pieces.length);
    this.#linked = linked;
  }

  /** At the end of a `sup`. */
  #raise(sup: Open): void {
    const text = this.#textIn(sup);
    const around = this.#open.at(-1);
    const isWholeLink = around?.isLink === true && around.line === sup.line && around.piece === sup.piece;
    if ((sup.hasLink && text.length <= LONGEST_MARK) || (isWholeLink && MARK.test(text))) {
      this.#cut(sup);
      this.#isAfterMark = true;
    } else if (text !== '' && Array.from(text).every((sign) => sign in POWERS)) {
      const linked = this.#linked;
      this.#cut(sup);
      this.#linked = linked;
      this.#pieces.push(Array.from(text, (sign) => POWERS[sign]).join(''));
    }
  }

  #note({ property, name, content }: Record<string, string>): void {
    const key = (property ?? name ?? '').toLowerCase();
    if (content && !this.#meta.has(key)) this.#meta.set(key, content);
  }
}

const newBox = (
  name: string,
  attributes: Record<string, string>,
  parent: Box | null,
  from: number,
  controls: number,
  pictures: number,
): Box => ({
  name,
  attributes,
  names: `${attributes.class ?? ''} ${attributes.id ?? ''}`,
  parent,
  depth: parent === null ? 0 : parent.depth + 1,
  children: [],
  from,
  to: from,
  controls,
  pictures,
});
