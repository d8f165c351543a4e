// Node's cryptography is loaded when it is due: that takes as long as reading a small ledger does.

/** SHA-256 of bytes, or of a text in UTF-8; in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  process.getBuiltinModule('node:crypto').hash('sha256', content);

/** SHA-256 of what comes in parts. */
export const newHash = () => process.getBuiltinModule('node:crypto').createHash('sha256');

/** The first 16 hexadecimal digits of the SHA-256 of a text's UTF-8. */
export const digest = (text: string): string => sha256(text).slice(0, 16);
