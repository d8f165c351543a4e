import { digest } from '../text/digest.ts';
import { foldTypesetting } from '../text/fold.ts';

/** The digest of a sentence that anchors hold: `sha256-` and 16 hexadecimal digits. */
export const anchorDigest = (sentence: string): string => `sha256-${digest(foldTypesetting(sentence))}`;
