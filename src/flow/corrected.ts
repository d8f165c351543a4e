import type { Correction, KeyChange } from '../change/correction.ts';
import { styled, type Text } from '../view/page.ts';
import { changed, type Made } from './change.ts';

/** A record that was corrected. */
export interface Corrected {
  readonly ledger: string;
  readonly id: string;
  /** As it is named to the user. */
  readonly name: string;
  readonly keys: readonly KeyChange[];
  /** Whether something that no key tells was changed. */
  readonly isOtherwise?: boolean;
}

interface Saying {
  readonly isDryRun: boolean;
  readonly failure?: unknown;
  readonly notes?: readonly Text[];
  /** What is told to people in place of the keys. */
  readonly lines?: readonly Text[];
}

/** What a verb that corrects records answers: for each key what it was and is; for programs the same. */
export function corrected(
  made: readonly Made<unknown>[],
  records: readonly Corrected[],
  { isDryRun, failure = null, notes = [], lines }: Saying,
) {
  const data = records.map((one) => ({ ledger: one.ledger, id: one.id, changed: isChanged(one), changes: one.keys }));
  const [only, ...others] = data;
  const said = lines ?? records.flatMap(({ name, keys }) => keys.map((key) => told(name, key)));
  const unchanged = records.filter((one) => !isChanged(one)).map(({ name }) => `${name}: nothing changed`);
  return changed(made, {
    isDryRun,
    failure,
    data: others.length > 0 ? data : (only ?? []),
    lines: said,
    notes: [...unchanged, ...notes],
  });
}

const isChanged = ({ keys, isOtherwise }: Corrected) => keys.length > 0 || isOtherwise === true;

/** One record as corrected. */
export const correctedOne = (
  ledger: string,
  id: string,
  name: string,
  { keys }: Pick<Correction, 'keys'>,
): readonly Corrected[] => [{ ledger, id, name, keys }];

function told(name: string, { key, from, to }: KeyChange): Text {
  const what = key === 'withdrawn' ? `withdrawn from ${shown(to)} on` : `${key} ${shown(from)} → ${shown(to)}`;
  return [styled(name, 'name'), `: ${what}`];
}

function shown(value: KeyChange['from']): string {
  if (value === null || value.length === 0) return '(none)';
  return typeof value === 'string' ? value : value.join(', ');
}
