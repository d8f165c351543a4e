import type { Example } from './rule.ts';

const HEAD = 'factledger: 1\narticle: { title: Harbour to reopen by spring }\n';

/** The example's ledgers in full; what a rule shows leaves out the lines that all have in common. */
export const fullExample = ({ ledger, before, article }: Example) => ({
  ledger: HEAD + ledger,
  before: before === undefined ? null : HEAD + before,
  article: article ?? null,
});
