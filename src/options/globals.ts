import { asOfOption } from './dates.ts';
import { flag, many, off, onOrOff } from './option.ts';

/** The options that every verb takes, before it or after. */
export const globalOptions = {
  file: many('path', String, 'a ledger, a folder of them, or - for standard input', 'f'),
  asOf: asOfOption('as it stood on that day, without what came later'),
  color: onOrOff('use colours, terminal or not', 'use no colours'),
  pager: off('print long output as it is, not through $PAGER'),
  quiet: flag('say nothing but results and errors', 'q'),
};
