import { parse } from 'yaml';
import { HARBOUR, sandbox } from '../sandbox.ts';

/** Runs commands in a sandbox with the ledger, one after the other. */
export async function after(...commands: (readonly string[])[]) {
  const box = sandbox(HARBOUR);
  let last = { code: 0, out: '', err: '' };
  for (const argv of commands) last = await box.run(argv);
  const text = box.read('ledger.yaml');
  return { ...last, text, ledger: parse(text), box };
}

/** The lines that differ: those that went, then those that came. */
export function changedLines(text: string): string[] {
  const [before, now] = [HARBOUR.split('\n'), text.split('\n')];
  return [
    ...before.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}
