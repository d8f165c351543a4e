import { posix, relative, resolve } from 'node:path';
import { slashed } from './found-ledger.ts';
import { isHidden, type Scope } from './walk.ts';

/** What makes a glob of a path. */
const WILDCARD = /[*?[\]{}()!+@\\]/;
/** Braces, brackets or parentheses around a slash. */
const SPANNING = /[{([][^})\]]*\//;
/** A part that names what is hidden, or anything but what is named. */
const HIDDEN = /(^|[/{(,|])\.|!\(/;

/** A folder, and what is looked for below it. */
export interface Search {
  readonly folder: string;
  readonly scope: Scope;
}

/** The globs of a configuration file, as it means them. */
interface Globs {
  /** Entries without a wildcard, as they are written: each names a file, or a folder with all within. */
  readonly plain: readonly string[];
  /** What the others look for. */
  readonly searches: readonly Search[];
  /** Whether an entry that starts with `!` takes a path out, or a folder that it lies in. */
  readonly isOut: (path: string) => boolean;
}

/** @param folder that the globs are relative to, absolute */
export async function readGlobs(folder: string, entries: readonly string[]): Promise<Globs> {
  const out = entries.filter((entry) => isNegated(entry) && !isNegated(entry.slice(1))).map((entry) => entry.slice(1));
  const into = entries.filter((entry) => !isNegated(entry));
  const plain = into.filter((entry) => !WILDCARD.test(entry));
  const wild = into.filter((entry) => WILDCARD.test(entry));
  if (wild.length + out.length === 0) return { plain, searches: [], isOut: () => false };
  // Loaded for wildcards only: a list of plain paths does not wait for it.
  const { default: picomatch } = await import('picomatch');
  const compile = (glob: string) => picomatch(glob, { posix: true, windows: false });
  const outs = out.map((glob) => compile(clean(glob)));
  const isOut = (path: string) => {
    if (outs.length === 0) return false;
    const parts = within(folder, path).split('/');
    return outs.some((matches) => parts.some((_, at) => matches(parts.slice(0, at + 1).join('/'))));
  };
  const searchFor = (entry: string): Search => {
    const parts = clean(entry).split('/');
    // The last part is always looked for, even where no wildcard is left of the glob.
    const wildAt = parts.findIndex((part) => WILDCARD.test(part));
    const base = resolve(folder, parts.slice(0, wildAt).join('/') || (entry.startsWith('/') ? '/' : '.'));
    const left = parts.slice(wildAt);
    const glob = left.join('/');
    const matches = compile(glob);
    const passes = SPANNING.test(glob) ? () => true : passesBy(left, compile);
    const namesHidden = HIDDEN.test(glob);
    return {
      folder: base,
      scope: {
        enters: (path) => (namesHidden || !isHidden(path)) && passes(path) && !isOut(resolve(base, path)),
        takes: (path) => matches(path) && !isOut(resolve(base, path)),
        isByPath: true,
      },
    };
  };
  return { plain, searches: wild.map(searchFor), isOut };
}

/** Globs as a function of paths, for those who have the paths already. */
export async function matcher(folder: string, entries: readonly string[]): Promise<(path: string) => boolean> {
  const { plain, searches, isOut } = await readGlobs(folder, entries);
  const named = plain.map((entry) => resolve(folder, entry));
  return (path) =>
    (named.some((one) => isWithin(within(one, path))) && !isOut(path)) ||
    searches.some(({ folder: base, scope }) => isWithin(within(base, path)) && scope.takes(within(base, path)));
}

/** `!(a|b)` is a pattern of its own. */
const isNegated = (glob: string) => /^!(?!\()/.test(glob);

const clean = (glob: string) => posix.normalize(glob).replace(/(.)\/$/, '$1');

/** A path as seen from a folder, with `/`. */
const within = (folder: string, path: string) => slashed(relative(folder, path));

const isWithin = (path: string) => path !== '..' && !path.startsWith('../');

/** Whether anything below a folder can match: part by part, up to the first that may stand for many. */
function passesBy(parts: readonly string[], compile: (glob: string) => (part: string) => boolean) {
  const matchers = parts.map((part) => (part === '**' ? null : compile(part)));
  return (folder: string): boolean => {
    for (const [at, part] of folder.split('/').entries()) {
      const matches = matchers[at];
      if (matches === null) return true;
      if (matches === undefined || at === matchers.length - 1 || !matches(part)) return false;
    }
    return true;
  };
}
