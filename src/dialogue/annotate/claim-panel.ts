import type { Claim } from '../../model/ledger.ts';
import { isWithdrawn } from '../../model/status.ts';
import { ruleRow } from '../../terminal/bars.ts';
import { listRows } from '../../terminal/list-rows.ts';
import type { Canvas, Row } from '../../terminal/row.ts';
import { styled } from '../../view/page.ts';
import type { Annotated } from './annotated.ts';
import { isTied, likelyHere, untiedFirst } from './likely-here.ts';

/** As many as a digit can choose from. */
const MOST = 9;

/** Claims to choose from by a digit. They keep their numbers as long as they show, whatever is done to them. */
export interface ClaimPanel {
  readonly ids: readonly string[];
  /** What choosing does. */
  readonly does: 'tie' | 'change';
  /** What they were looked for by; null for the sentence itself. */
  readonly words: string | null;
}

/**
 * The claims that the sentence at hand may make: those tied to no sentence first, and of these the likeliest.
 * @param words to look for in place of the sentence's own; null for these
 */
export function likelyClaims({ target, today, sentences, at }: Annotated, words: string | null): ClaimPanel {
  const standing = target.ledger.claims.filter((one) => !isWithdrawn(one, today));
  const likely = likelyHere(standing, words ?? sentences[at]?.text ?? '');
  const shown = words === null ? untiedFirst([...new Set([...likely, ...standing])]) : likely;
  return { ids: shown.slice(0, MOST).map(({ id }) => id), does: 'tie', words };
}

/** The claims of the sentence at hand, to change one. */
export const claimsHere = ({ sentences, at }: Annotated): ClaimPanel => ({
  ids: (sentences[at]?.claims ?? []).slice(0, MOST),
  does: 'change',
  words: null,
});

function titleOf({ ids, does, words }: ClaimPanel): string {
  const about = words === null ? '' : ` · ${words}`;
  const digits = ids.length > 1 ? `1-${ids.length}` : '1';
  if (does === 'change') return `${digits} change · Esc hides`;
  const what = ids.length === 0 ? 'no claim is like it' : `${digits} tie`;
  return `${what} · l words · Esc hides${about}`;
}

/** The rows of a panel; a claim is ticked where a sentence has it. Who said it is told where there is room. */
export function panelRows(panel: ClaimPanel, { target }: Annotated, canvas: Canvas): Row[] {
  const claims = new Map<string, Claim>(target.ledger.claims.map((one) => [one.id, one]));
  const shown = panel.ids.map((id) => {
    const claim = claims.get(id);
    return { text: { text: claim?.text ?? `${id} is gone` }, claim, isTicked: claim !== undefined && isTied(claim) };
  });
  const most = Math.max(MOST, Math.floor(canvas.rows / 2));
  const withSpeakers = shown.map(({ text, claim, isTicked }) => {
    const speaker = claim?.speaker?.join(', ') ?? '';
    return { text: [text, styled(speaker === '' ? '' : `  ${speaker}`, 'quiet')], isTicked };
  });
  const whole = listRows(withSpeakers, canvas, Number.POSITIVE_INFINITY);
  const textsAlone = shown.map(({ text, isTicked }) => ({ text: [text], isTicked }));
  return [ruleRow(titleOf(panel), canvas), ...(whole.length <= most ? whole : listRows(textsAlone, canvas, most))];
}
