import { InvalidLedgers, type Refusal } from '../model/refusal.ts';

/** Why something could not be done, a line each; of a ledger that is not valid, where. */
export const reasonsOf = (refusal: Refusal): readonly [string, ...string[]] => {
  const [first = refusal.message, ...more] = refusal instanceof InvalidLedgers ? refusal.lines : [];
  return [first, ...more, ...refusal.advice];
};
