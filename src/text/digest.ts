/** The first 16 hexadecimal digits of the SHA-256 of a text's UTF-8. */
export function digest(text: string): string {
  // Loaded when it is due: it takes as long as reading a small ledger does.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
