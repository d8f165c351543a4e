import { flag, one } from './option.ts';
import { text } from './values.ts';

/** The options of every verb that changes ledgers. */
export const writingOptions = {
  ledger: one('name', text, 'which ledger, where there are several'),
  dryRun: flag('show the change as a diff and write nothing'),
};
