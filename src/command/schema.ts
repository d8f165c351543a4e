import { refuseAsOf } from '../flow/change-ledger.ts';
import { formatOption } from '../flow/formats.ts';
import { verb } from '../flow/verb.ts';
import { ledgerSchema } from '../model/shape.ts';
import { json } from '../view/json.ts';

export const schema = verb({
  name: 'schema',
  operands: '',
  summary: 'print the JSON Schema of a ledger',
  manual: [
    'Prints the JSON Schema (draft 2020-12) of a ledger. Editors that know YAML use it to complete keys and to mark mistakes as you type: save it beside your ledgers and start each with a comment that names it.',
    'It is JSON in either format. The schema knows the shape alone; that ids are unique and dates exist, only factledger itself can tell.',
  ],
  examples: [
    { command: 'schema > ledger.schema.json', what: 'save it; then start ledgers with' },
    { command: 'schema | jq .required', what: 'what a ledger must have' },
  ],
  options: [formatOption],
  async run(context) {
    refuseAsOf(context);
    await context.print(json(ledgerSchema()));
    return undefined;
  },
});
