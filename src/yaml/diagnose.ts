import { LineCounter, parseAllDocuments } from 'yaml';
import type { Fault } from '../model/fault.ts';

/** Above this many UTF-16 units the first error must do: the tolerant parser takes about a second a megabyte. */
const LONGEST = 1_000_000;

/**
 * All syntax errors of a text that does not parse, where the reading parser stops at the first.
 * @param first what the reading parser found; kept where the tolerant one finds nothing
 */
export function diagnose(text: string, first: readonly Fault[]): readonly Fault[] {
  if (text.length > LONGEST) return first;
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      uniqueKeys: false,
    });
    const errors = Array.isArray(documents) ? documents.flatMap((document) => document.errors) : [];
    const faults = errors.map(
      (error): Fault => ({ rule: 'syntax', offset: error.pos[0], message: lowerFirst(error.message) }),
    );
    return faults.length > 0 ? faults : first;
  } catch (error) {
    // The tolerant parser recurses; what is nested too deeply for it, the first error describes.
    if (error instanceof RangeError) return first;
    throw error;
  }
}

const lowerFirst = (message: string) => message.charAt(0).toLowerCase() + message.slice(1);
