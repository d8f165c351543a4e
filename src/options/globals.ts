import { flag, many, one, onOrOff } from './option.ts';
import { day } from './values.ts';

/** The options that every verb takes, before it or after. */
export const globalOptions = {
  file: many('path', String, 'a ledger, a folder of them, or - for standard input', 'f'),
  asOf: one('day', day, 'as it stood on that day; what came later is left out'),
  color: onOrOff('use colours, terminal or not', 'use no colours'),
  quiet: flag('say nothing but results and errors', 'q'),
};
