import { resolve } from 'node:path';
import type { World } from '../model/world.ts';

/** A path as it was typed, absolute. */
export const typedPath = ({ cwd }: Pick<World, 'cwd'>, typed: string): string => resolve(cwd, typed);
