import type { Seat } from '../at-terminal.ts';
import { ReviewKeys } from './review-keys.ts';
import { ReviewScreen } from './review-screen.ts';
import type { Reviewed } from './reviewed.ts';

/** Pending claims, as somebody at a terminal reviews them. */
export const reviewSeat: Seat<Reviewed> = (desk) => {
  const screen = new ReviewScreen(desk);
  return { view: screen.view, actions: new ReviewKeys(desk, screen).actions };
};
