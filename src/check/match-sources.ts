import type { Source } from '../model/ledger.ts';
import { isSameWording, wordingOf } from '../text/wording.ts';

const ADDRESSES = ['url', 'file'] as const;
const KEYS = [...ADDRESSES, 'publisher', 'title', 'date', 'archived', 'note'] as const;
type Key = (typeof KEYS)[number] | 'formerly';

/**
 * The sources that an event had and has not, or not as they were: then with what stands in their place. What a source
 * lacked may be added, and its address may have moved, if the old one is under `formerly`.
 */
export function changedSources(was: readonly Source[], is: readonly Source[]): [Source, Source | undefined][] {
  const free = new Set(is);
  const take = (source: Source | undefined) => {
    if (source) free.delete(source);
    return source;
  };
  const known = new Set(was.flatMap(({ url, file }) => [wordingOf(url), wordingOf(file)]));
  // An address that another source had is no place to move to.
  const isNew = (address: string | null) => !known.has(wordingOf(address));
  const moved = was.filter((source) => !take([...free].find((one) => changedKeys(one, source).length === 0)));
  const left = moved.filter((source) => !take([...free].find((one) => changedKeys(one, source, isNew).length === 0)));
  return left.map((source) => [source, take([...free].find((one) => isAtItsPlace(one, source)))]);
}

const isAtItsPlace = (source: Source, was: Source) =>
  ADDRESSES.some((key) => wordingOf(was[key]) !== '' && hasAddress(source, was[key]));

const hasAddress = ({ url, file, formerly }: Source, address: string | null) =>
  [url, file, ...formerly].some((one) => isSameWording(one, address));

/**
 * What a source had and has not, or has otherwise.
 * @param mayMoveTo whether an address may stand in place of one that is under `formerly` now; none may if absent
 */
export function changedKeys(
  source: Source,
  was: Source,
  mayMoveTo: (address: string | null) => boolean = never,
): Key[] {
  const changed: Key[] = KEYS.filter((key) => {
    if (wordingOf(was[key]) === '' || isSameWording(source[key], was[key])) return false;
    const hasMoved =
      (key === 'url' || key === 'file') &&
      wordingOf(source[key]) !== '' &&
      source.formerly.some((address) => isSameWording(address, was[key])) &&
      mayMoveTo(source[key]);
    return !hasMoved;
  });
  if (!was.formerly.every((address) => hasAddress(source, address))) changed.push('formerly');
  return changed;
}

const never = () => false;
