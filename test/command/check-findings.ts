import { HARBOUR, type Sandbox } from '../sandbox.ts';

export const HEAD = 'factledger: 1\narticle: {title: T}\n';
export const OVERDUE = `${HEAD}claims:\n  - {id: a, text: A, due: 2024}\n`;
export const UNCITED = `${HEAD}claims:\n  - {id: b, text: B, verdicts: [{date: 2024-01-01, status: confirmed}]}\n`;
/** The harbour without what check warns of by the calendar. */
export const SOUND = HARBOUR.replace('    due: 2024-03-31\n', '')
  .replace('published: 2024-01-09', 'language: en')
  .replace('    said: 2024-01-08\n', '');

export async function findings(box: Sandbox, argv: readonly string[] = []) {
  const { code, out, err } = await box.run(['check', '--format', 'json', ...argv]);
  if (code === 2) throw new Error(err);
  const { findings: found } = JSON.parse(out) as {
    findings: { rule: string; severity: string; file: string; line: number; column: number; claim: string | null }[];
  };
  return found.map(({ rule, severity, file, line, column }) => `${file}:${line}:${column} ${severity} ${rule}`);
}
