import { delimiter } from 'node:path';
import { NothingFound } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import { CONFIG, type Config, type ConfiguredGlobs } from './config.ts';
import { disk } from './disk.ts';
import { type Files, upwards } from './files.ts';
import { type FoundLedger, type LedgerPlace, named } from './found-ledger.ts';
import { readGlobs } from './globs.ts';
import { type Asked, distinct, lookAt, lookFor, sift } from './sift.ts';

const DEFAULT = 'ledger.yaml';

/**
 * Finds the ledgers a command works on.
 * @param given paths named with -f; `-` is standard input
 * @param wantsDigests whether the ledgers are to be looked up by their digests
 * @throws Refusal if what was named is missing or yields no ledger, or if no way applies
 */
export async function discover(
  world: World,
  given: readonly string[],
  config: Config,
  wantsDigests = false,
): Promise<FoundLedger[]> {
  const { ledgers, missing } = await search(disk, world.cwd, typed(world, given), config, wantsDigests);
  const [first] = missing;
  if (first) throw first;
  return named(world, ledgers);
}

/** The paths that were typed: with -f, or else in $FACTLEDGER_FILE. */
export function typed({ env }: World, given: readonly string[]): readonly Asked[] {
  if (given.length > 0) return given.map((path) => ({ path, how: `-f ${path}` }));
  const paths = (env.FACTLEDGER_FILE ?? '').split(delimiter).filter((path) => path !== '');
  return paths.map((path) => ({ path, how: `$FACTLEDGER_FILE (${path})` }));
}

interface Searched {
  readonly ledgers: readonly LedgerPlace[];
  /** What was named and is missing, or yields no ledger; or that no way applies. */
  readonly missing: readonly NothingFound[];
}

/**
 * Finds ledgers by the first way that applies: the paths that were typed, the globs of the nearest `.factledger.yaml`
 * upwards, the nearest `ledger.yaml` upwards.
 * @param cwd the current folder
 * @param config of the same files
 * @throws Refusal if what is there cannot be looked at
 */
export async function search(
  files: Files,
  cwd: string,
  asked: readonly Asked[],
  config: Pick<Config, 'ledgers'>,
  wantsDigests = false,
): Promise<Searched> {
  if (asked.length > 0) {
    const looked = asked.map((one) => lookAt(files, cwd, one));
    const { places, missing } = await sift(files, looked, wantsDigests);
    return { ledgers: distinct(places), missing };
  }
  const chosen = await config.ledgers();
  if (chosen !== null) return matching(files, chosen, wantsDigests);
  const single = upwards(files, cwd, DEFAULT);
  if (single === null) return { ledgers: [], missing: [noWay()] };
  return { ledgers: [{ path: single, real: files.real(single), digest: null }], missing: [] };
}

/** The ledgers that globs match; an entry without a wildcard names one file or folder, which must be there. */
async function matching(
  files: Files,
  { file, folder, globs }: ConfiguredGlobs,
  wantsDigests: boolean,
): Promise<Searched> {
  const { plain, searches, isOut } = await readGlobs(folder, globs);
  const named = plain.map((path) => lookAt(files, folder, { path, how: `${file}: ${path}` }));
  const matched = searches.map((one) => lookFor(files, one));
  const { places, missing } = await sift(files, [...named, ...matched], wantsDigests);
  const ledgers = places.filter(({ path }) => !isOut(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const none = new NothingFound(`${file}: "ledgers" matches no ledger: ${globs.join(', ')}`);
  return { ledgers: distinct(ledgers), missing: ledgers.length > 0 ? missing : [...missing, none] };
}

const noWay = () =>
  new NothingFound(
    'no ledger here',
    'A ledger is found in one of four ways, the first that applies:',
    '  -f PATH             a file, a folder, or - for standard input',
    '  $FACTLEDGER_FILE    the same, several separated as in PATH',
    `  ${CONFIG}    the nearest one upwards, whose "ledgers:" is a list of globs`,
    `  ${DEFAULT}         the nearest one upwards`,
    'To start one: factledger init --title "The article\'s title"',
  );
