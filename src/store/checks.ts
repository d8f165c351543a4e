import { dirname } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import type { World } from '../model/world.ts';
import { lineIndex } from '../text/line-index.ts';
import { type Checks, readChecks } from '../yaml/read-checks.ts';
import { CONFIG, matchingFiles, shown, upwards } from './discover.ts';
import { openText } from './open.ts';

export const NO_CHECKS: Checks = { severities: new Map(), staleDays: null, exclude: [] };

/**
 * What the nearest `.factledger.yaml` upwards sets for `check`, whichever way the ledgers were found.
 * @param ruleIds the rules there are
 * @returns the settings and the absolute paths of the files that are left out
 * @throws Refusal with every error of the file
 */
export async function checksFor(
  world: World,
  ruleIds: readonly string[],
): Promise<{ checks: Checks; excluded: ReadonlySet<string> }> {
  const config = upwards(world.cwd, CONFIG);
  if (config === null) return { checks: NO_CHECKS, excluded: new Set() };
  const file = shown(world, config);
  const opened = openText(config);
  if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
  const { checks, faults } = readChecks(opened.text, ruleIds);
  const placeOf = lineIndex(opened.text);
  const [first, ...rest] = faults.map(({ offset, message }) => {
    const { line, column } = placeOf(offset);
    return `${file}:${line}:${column}: ${message}`;
  });
  if (first !== undefined) throw new Refusal(first, ...rest);
  return { checks, excluded: new Set(await matchingFiles(dirname(config), checks.exclude)) };
}
