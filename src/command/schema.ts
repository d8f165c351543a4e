import type { Context } from '../flow/context.ts';
import { refuseAsOf } from '../flow/ledgers-to-write.ts';
import { ledgerSchema } from '../model/shape.ts';
import { verb } from '../options/verb.ts';
import { json } from '../view/formats/json.ts';
import { data, TEXT_FORMATS } from '../view/found.ts';

export const schema = verb({
  operands: {},
  manual: [
    'Prints the JSON Schema (draft 2020-12) of a ledger. Editors that know YAML use it to complete keys and to mark mistakes as you type: save it beside your ledgers and start each with a comment that names it.',
    'It is JSON in either format. The schema knows the shape alone; that ids are unique and dates exist, only factledger itself can tell.',
  ],
  examples: [
    { command: 'schema > ledger.schema.json', what: 'save it; then start ledgers with' },
    { command: 'schema | jq .required', what: 'what a ledger must have' },
  ],
  options: {},
  formats: TEXT_FORMATS,
  async run(context: Context) {
    refuseAsOf(context);
    const document = () => data(json(ledgerSchema()));
    return { found: { text: document, json: document } };
  },
});
