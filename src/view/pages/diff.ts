import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { type Block, line, type Page, type Style, styled } from '../page.ts';

/**
 * What a write would change, as a unified diff that `patch -p1` and `git apply` take in the current folder. They refuse
 * that of a file elsewhere (`../`): with less than the whole path, they could change another file of the same name.
 * @param file the path as shown, with forward slashes
 * @param before null for a file that is not there yet
 * @param after null for a file that is to go
 */
export function diffPage(file: string, before: string | null, after: string | null): Page {
  const name = file.replace(/^\//, '');
  const from = before === null ? '/dev/null' : `a/${name}`;
  const to = after === null ? '/dev/null' : `b/${name}`;
  const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  const [old = '', now = '', ...rest] = patch.replace(/\n$/, '').split('\n');
  // Behind a file's name the library leaves a tab for a date that nobody gave.
  const heads = [old, now].map((text) => line(styled(text.trimEnd(), 'name')));
  return [...heads, ...rest.map((text): Block => ({ kind: 'verbatim', text: styled(text, styleOf(text)) }))];
}

function styleOf(text: string): Style | undefined {
  if (text.startsWith('+')) return 'added';
  if (text.startsWith('-')) return 'removed';
  return text.startsWith('@@') ? 'hunk' : undefined;
}
