import { createHash } from 'node:crypto';

/** The first 16 hexadecimal digits of the SHA-256 of a text's UTF-8. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
