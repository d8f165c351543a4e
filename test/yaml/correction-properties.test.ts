import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lexer, parse } from 'yaml';
import type { Change, Path } from '../../src/change/change.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { readScanned } from '../../src/yaml/careful.ts';
import { edit } from '../../src/yaml/edit.ts';
import { type Located, locate, nodeOf } from '../../src/yaml/locate.ts';
import { scan } from '../../src/yaml/scan.ts';
import { SourceText } from '../../src/yaml/source-text.ts';
import { type TreeNode, treeOf } from '../../src/yaml/tree.ts';
import { runs, SOAK } from '../soak.ts';
import { pasted } from './pasted.ts';
import { uglyLedger } from './ugly-ledger.ts';

const QUIET = { logLevel: 'error' } as const;

/** What no ledger may hold is refused rightly, and tells nothing of the edit. */
const UNSOUND = /the result would not read/;

/** The only other reasons for which a correction may be refused. */
const REASONS =
  /alias|nothing would be left|would become part|a record stands in its place|a list stands in its place|its dash is not the first/;

/** The paths to all that stands in a text, whatever it is; what a path cannot name apart is left out. */
function pathsIn(node: TreeNode, path: Path = []): Path[] {
  if (node.kind === 'map') {
    const keys = node.pairs.map(({ key }) => key);
    return node.pairs.flatMap(({ key, value }) => {
      if (key === '' || key === '<<' || keys.indexOf(key) !== keys.lastIndexOf(key)) return [];
      return [[...path, key], ...pathsIn(value, [...path, key])];
    });
  }
  if (node.kind === 'list') return node.items.flatMap((item, at) => [[...path, at], ...pathsIn(item, [...path, at])]);
  return [];
}

/** The marks that the lexer puts between what stands in the text. */
const MARKS = ['\x02', '\x18', '\x1f'];

/** The comments of a text, or of a part of it, as the other library's lexer finds them in the whole. */
function commentsOf(text: string, start = 0, end = text.length): string[] {
  const lexemes = [...new Lexer().lex(text)];
  let next = 0;
  return lexemes.flatMap((one, at) => {
    const offset = next;
    if (!MARKS.includes(one)) next += one.length;
    const isComment = one.startsWith('#') && lexemes[at - 1] !== '\x1f';
    return isComment && offset >= start && offset < end ? [one.trimEnd()] : [];
  });
}

const isSubsequence = (part: readonly string[], whole: readonly string[]) => {
  let at = 0;
  for (const one of whole) if (one === part[at]) at++;
  return at === part.length;
};

/** What another library reads, with the change made to it. */
function applied(before: string, { kind, path, ...rest }: Change): unknown {
  const root = parse(before, QUIET);
  let holder = root;
  for (const step of path.slice(0, -1)) holder = holder[step];
  const last = path.at(-1) as string;
  if (kind === 'set') holder[last] = 'value' in rest ? rest.value : null;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return root;
}

/** An emptied list in lines of its own is a key without a value. */
const nothingForEmpty = (_: string, value: unknown) => (Array.isArray(value) && value.length === 0 ? null : value);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value, nothingForEmpty) ?? 'null');

const kinds = ['set', 'set', 'set list', 'remove', 'remove'] as const;

test('whatever stands in a ledger: set or removed alone, the rest stays to the byte', () => {
  const counts = { edited: 0, refused: 0 };
  fc.assert(
    fc.property(uglyLedger, fc.nat(), fc.constantFrom(...kinds), pasted, (before, pick, kind, text) => {
      const scanned = scan(before);
      fc.pre(readScanned(scanned).faults.length === 0);
      const tree = treeOf(scanned);
      const paths = pathsIn(tree.root);
      const path = paths[pick % paths.length];
      fc.pre(path !== undefined);
      if (path === undefined) return;
      const located = locate(tree, path);
      if (located === null) throw new Error('there is nothing');
      const change: Change =
        kind === 'remove' ? { kind, path } : { kind: 'set', path, value: kind === 'set' ? text : [text, 'B'] };
      let after: string;
      try {
        after = edit(before, [change]);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (UNSOUND.test(error.message)) return;
        if (!REASONS.test(error.message)) throw error;
        counts.refused++;
        return;
      }
      counts.edited++;
      expect(plain(parse(after, QUIET))).toEqual(plain(applied(before, change)));
      keepsComments(before, after, change, located);
      keepsBytes(before, after, located);
    }),
    runs(2000),
  );
  expect(counts.edited).toBeGreaterThan(counts.refused);
  expect(counts.edited).toBeGreaterThan(400 * SOAK);
});

/** Of the comments, only those within what was named may go. */
function keepsComments(before: string, after: string, change: Change, located: Located): void {
  const there = commentsOf(after);
  const had = commentsOf(before);
  const node = nodeOf(located);
  if (change.kind === 'set' && node.kind !== 'list') expect(there).toEqual(had);
  else {
    const { start, end } = extentOf(before, located);
    const inside = commentsOf(before, start, end).length;
    expect(isSubsequence(there, had)).toBe(true);
    expect(had.length - there.length).toBeLessThanOrEqual(inside);
  }
}

/** From the first character of what was named to the end of its last line. */
function extentOf(before: string, located: Located) {
  const source = new SourceText(before);
  const node = nodeOf(located);
  const start =
    located.type === 'pair'
      ? located.pair.opening
      : (located.holder.dashes[located.index] ?? node.anchor?.start ?? node.start);
  const end = Math.max(source.endOf(node), located.type === 'pair' ? located.pair.keyEnd : start + 1);
  return { start, end: before[end - 1] === '\n' ? end : source.nextLine(end) };
}

/** In lines of its own: what stands before and after, white space aside, is there to the byte. */
function keepsBytes(before: string, after: string, located: Located): void {
  if (located.holder.flow) return;
  const { start, end } = extentOf(before, located);
  expect(after.startsWith(before.slice(0, start).trimEnd())).toBe(true);
  expect(after.trimEnd().endsWith(before.slice(end).trim())).toBe(true);
}
