import type { Context } from './context.ts';

/** Who decides: as typed, else as `$FACTLEDGER_BY` says, else nobody known. */
export function decidedBy({ world }: Context, typed: string | null): string | null {
  const name = typed ?? world.env.FACTLEDGER_BY ?? '';
  return /\S/.test(name) ? name : null;
}
