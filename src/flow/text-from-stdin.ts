import { Refusal } from '../model/refusal.ts';
import { decode } from '../store/open.ts';
import type { Context } from './context.ts';

/**
 * The text on standard input, without the blanks around it.
 * @param operand whose place it takes, as the help calls it
 * @throws Refusal if it is no text, or only blanks
 */
export async function textFromStdin({ world, globals }: Context, operand: string): Promise<string> {
  if (globals.file.includes('-')) {
    throw new Refusal('standard input is the ledger already, by -f -', `Give ${operand} in words, or as a file.`);
  }
  const opened = decode(await world.readStdin());
  if ('fault' in opened) throw new Refusal(`standard input: ${opened.fault}`);
  const text = opened.text.replace(/^\uFEFF/, '').trim();
  if (text === '') throw new Refusal(`${operand}: expected text, found only blanks`);
  return text;
}
