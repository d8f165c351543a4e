import { Parser } from 'htmlparser2';
import { Refusal } from '../model/refusal.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** An element of a feed. */
export interface XmlElement {
  /** Whose name it is; null for a name without a prefix in a namespace that is not known, or in none. */
  readonly vocabulary: Vocabulary | null;
  /** Without its prefix, in small letters: feeds write `pubDate` and `pubdate`. */
  readonly name: string;
  /** By name without prefix, in small letters. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What addresses in it are relative to (xml:base); null where that is not known. */
  readonly base: string | null;
  readonly content: (string | XmlElement)[];
}

/** The namespaces that an element declares, by prefix, and those around it. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

interface Open {
  readonly element: XmlElement;
  readonly scope: Scope | null;
  readonly start: number;
}

/** Far more than feeds have. */
const DEEPEST = 500;
const MOST = 1_000_000;

/**
 * Reads XML as feeds are written: whatever is well-formed, and what is not as far as it is whole. Nothing is fetched, and
 * no entity is expanded but the five of XML itself; those of HTML are left as they are written.
 * @param name of the feed, as shown to people
 * @param base the address that it came from; null for a file
 * @returns its outermost element; null where there is none
 * @throws Refusal if it breaks off, declares entities, or has more elements or deeper ones than any feed
 */
export function readXml(text: string, name: string, base: string | null): XmlElement | null {
  let root: XmlElement | null = null;
  let count = 0;
  const open: Open[] = [];
  const parser = new Parser(
    {
      onprocessinginstruction(_, declaration) {
        // The first of a DOCTYPE's stands within it.
        if (/^!entity|<!entity/i.test(declaration)) throw entities(name);
      },
      onopentag(written, attributes) {
        const around = open.at(-1);
        if (++count > MOST) throw new Refusal(`${name}: more than ${MOST} elements, which no feed has`);
        if (open.length >= DEEPEST) throw new Refusal(`${name}: nested too deeply to be a feed`);
        const scope = scopeOf(attributes, around?.scope ?? null);
        const element = elementOf(written, attributes, scope, around ? around.element.base : base);
        around?.element.content.push(element);
        root ??= element;
        open.push({ element, scope, start: parser.startIndex });
      },
      ontext(piece) {
        const content = open.at(-1)?.element.content;
        if (typeof content?.at(-1) === 'string') content.push(`${content.pop()}${piece}`);
        else content?.push(piece);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  const within = open.at(-1);
  if (within) {
    const line = text.slice(0, within.start).split('\n').length;
    throw new Refusal(
      `${name}: the feed breaks off: <${within.element.name}> of line ${line} is not closed`,
      'Only a part of it may have come: fetch it again.',
    );
  }
  parser.end();
  return root;
}

const entities = (name: string) =>
  new Refusal(
    `${name}: the feed declares entities of its own (<!ENTITY …>), which are not read`,
    'No feed needs them, and a few lines of them can fill a computer.',
  );

/** The scope of an element: that around it where it declares nothing. */
function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope | null): Scope | null {
  const declared = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/i.test(key));
  if (declared.length === 0) return outer;
  return { own: new Map(declared.map(([key, value]) => [key.slice('xmlns:'.length), value.trim()])), outer };
}

function namespaceOf(prefix: string, scope: Scope | null): string | null {
  for (let at = scope; at !== null; at = at.outer) {
    const found = at.own.get(prefix);
    if (found !== undefined) return found === '' ? null : found;
  }
  return null;
}

function elementOf(
  written: string,
  attributes: Readonly<Record<string, string>>,
  scope: Scope | null,
  base: string | null,
): XmlElement {
  const { prefix, name } = parted(written);
  const own = attributes['xml:base'];
  return {
    vocabulary: vocabularyOf(namespaceOf(prefix, scope), prefix),
    name,
    attributes: new Map(Object.entries(attributes).map(([key, value]) => [parted(key).name, value])),
    base: own === undefined ? base : (baseOf(own, base) ?? base),
    content: [],
  };
}

function parted(written: string): { prefix: string; name: string } {
  const colon = written.indexOf(':');
  return { prefix: written.slice(0, Math.max(0, colon)), name: written.slice(colon + 1).toLowerCase() };
}

function baseOf(written: string, base: string | null): string | null {
  try {
    return new URL(written.trim(), base ?? undefined).href;
  } catch {
    return null;
  }
}
