import { resolve } from 'node:path';
import type { Settable } from '../model/rule-option.ts';
import type { World } from '../model/world.ts';
import { Config, type ConfiguredChecks } from './config.ts';
import { search, typed } from './discover.ts';
import type { Files } from './files.ts';
import type { FoundLedger } from './found-ledger.ts';
import type { Revision } from './git.ts';
import { looksLikeLedger } from './ledger-mark.ts';
import { decode } from './open.ts';
import { isWithin, realOf, repositoriesOfLinks, repositoryOf } from './repository.ts';

/** A ledger of a revision: the path it was found by there, links not resolved, and its text. */
interface FormerLedger {
  readonly path: string;
  readonly text: string;
}

/** What a revision held: its ledgers by their own path in it, and what its configuration set for `check`. */
export interface Former extends ConfiguredChecks {
  readonly ledgers: ReadonlyMap<string, FormerLedger>;
}

/**
 * The ledgers of a revision that the same command line would have found there, and those that are found now.
 * The revision's own configuration decides, so that a change to it cannot excuse a change to a ledger.
 * @param today the configuration as it stands now
 * @param now paths that the ledgers found now may have had, links resolved
 */
export async function formerLedgers(
  world: World,
  given: readonly string[],
  today: Config,
  { root, files }: Revision,
  now: readonly string[],
  rules: readonly Settable[],
): Promise<Former> {
  const config = new Config(files, world.cwd, true);
  const chosen = { ledgers: async () => ((await isOutside(root, config, today)) ? today : config).ledgers() };
  const asked = typed(world, given).filter(({ path }) => path !== '-');
  const meant = asked.map(({ path, how }) => ({ path: meantThere(files, resolve(world.cwd, path)), how }));
  const { ledgers: found } = await search(files, world.cwd, meant, chosen);
  const places = new Map(found.filter(({ real }) => isWithin(root, real)).map(({ real, path }) => [real, path]));
  for (const path of now) if (files.stat(path)?.isFile() && !places.has(files.real(path))) places.set(path, path);
  files.prefetch([...places.keys()]);
  const ledgers = new Map<string, FormerLedger>();
  for (const [real, path] of places) {
    const opened = decode(files.bytes(real));
    const text = 'text' in opened ? opened.text : '';
    if (await looksLikeLedger(text)) ledgers.set(real, { path, text });
  }
  return { ledgers, ...(await config.checks(rules)) };
}

/** Whether the work tree had no configuration for the current folder, and today's is none of its files. */
async function isOutside(root: string, then: Config, today: Config): Promise<boolean> {
  const path = await today.path();
  return path !== null && !isWithin(root, realOf(path) ?? path) && (await then.path()) === null;
}

/** The repositories in which a command line looks, whether or not there is a ledger now. */
export function repositoriesMeant(world: World, given: readonly string[], found: readonly FoundLedger[]): Set<string> {
  const asked = typed(world, given).map(({ path }) => resolve(world.cwd, path));
  const places = asked.length > 0 ? asked : [world.cwd];
  const tops = places.flatMap((path) => repositoryOf(path) ?? []);
  return new Set([...tops, ...repositoriesOfLinks([...places, ...found.map(({ path }) => path)])]);
}

/** What a path of today named there: the same path, or where that is new, what it leads to now. */
const meantThere = (files: Files, path: string) => (files.stat(path) ? path : (realOf(path) ?? path));
