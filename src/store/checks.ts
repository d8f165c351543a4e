import { dirname, relative, sep } from 'node:path';
import { Refusal } from '../model/refusal.ts';
import type { Settable } from '../model/rule-option.ts';
import type { World } from '../model/world.ts';
import { faultLines } from '../text/fault-lines.ts';
import type { Checks } from '../yaml/read-checks.ts';
import { CONFIG, shown, upwards } from './discover.ts';
import { matcher } from './globs.ts';
import { openText } from './open.ts';

export const NO_CHECKS: Checks = { severities: new Map(), options: new Map(), exclude: [] };

/**
 * What the nearest `.factledger.yaml` upwards sets for `check`, whichever way the ledgers were found.
 * @param rules the rules there are
 * @returns the settings, and whether a file, by its absolute path, is left out
 * @throws Refusal with every error of the file
 */
export async function checksFor(
  world: World,
  rules: readonly Settable[],
): Promise<{ checks: Checks; isExcluded: (path: string) => boolean }> {
  const config = upwards(world.cwd, CONFIG);
  if (config === null) return { checks: NO_CHECKS, isExcluded: () => false };
  const file = shown(world, config);
  const opened = openText(config);
  if ('fault' in opened) throw new Refusal(`${file}:${opened.line}:${opened.column}: ${opened.fault}`);
  const { readChecks } = await import('../yaml/read-checks.ts');
  const { checks, faults } = readChecks(opened.text, rules);
  const [first, ...rest] = faultLines(file, opened.text, faults);
  if (first !== undefined) throw new Refusal(first, ...rest);
  const excludes = await matcher('', checks.exclude);
  return { checks, isExcluded: (path) => excludes(relative(dirname(config), path).split(sep).join('/')) };
}
