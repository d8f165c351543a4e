import { ruleRow } from '../../terminal/bars.ts';
import { listRows } from '../../terminal/list-rows.ts';
import type { Canvas, Row } from '../../terminal/row.ts';
import { styled } from '../../view/page.ts';
import { likelyEvents, restsOn } from './likely-events.ts';
import { claimAt, type Reviewed } from './reviewed.ts';

/** As many as a digit can choose from. */
const MOST = 9;

/** Events to tick as evidence by a digit. They keep their numbers as long as they show, whatever becomes of the claim. */
export interface EventPanel {
  readonly ids: readonly string[];
  readonly ticked: readonly string[];
}

/** The events that may bear on the claim at hand, the likeliest first; none ticked. */
export function eventPanel(state: Reviewed): EventPanel {
  const claim = claimAt(state);
  const events = claim === null ? [] : likelyEvents(state.target.ledger, claim);
  return { ids: events.slice(0, MOST).map(({ id }) => id), ticked: [] };
}

/** The same with an event ticked, or no longer so. */
export const ticking = ({ ids, ticked }: EventPanel, id: string): EventPanel => ({
  ids,
  ticked: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id],
});

/** The rows of a panel; an event that a verdict of the claim rests on is marked. */
export function panelRows({ ids, ticked }: EventPanel, state: Reviewed, canvas: Canvas): Row[] {
  if (ids.length === 0) return [ruleRow('no event is recorded yet', canvas)];
  const claim = claimAt(state);
  const events = new Map(state.target.ledger.events.map((event) => [event.id, event]));
  const choices = ids.map((id) => {
    const event = events.get(id);
    const isCited = claim !== null && restsOn(claim, id);
    const text = [
      styled(`${event?.date ?? ''} `.padStart(11), 'quiet'),
      { text: event?.title ?? `${id} is gone` },
      ...(isCited ? [styled('  cited', 'hunk')] : []),
    ];
    return { text, isTicked: ticked.includes(id) };
  });
  const digits = ids.length > 1 ? `1-${ids.length}` : '1';
  const none = ticked.length > 0 ? `${ticked.length} ticked` : 'no tick: a new event';
  // The claim is worth more than events that may have nothing to do with it.
  const most = Math.max(ids.length, Math.floor(canvas.rows / 2));
  return [ruleRow(`${digits} tick as evidence · ${none}`, canvas), ...listRows(choices, canvas, most)];
}
