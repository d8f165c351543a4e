import type { Seat } from '../at-terminal.ts';
import { type Annotated, isOpen } from './annotated.ts';
import { ArticleKeys } from './article-keys.ts';
import { ArticleScreen } from './article-screen.ts';

/** An article, as somebody at a terminal annotates it. */
export const articleSeat: Seat<Annotated> = (desk) => {
  if (!desk.run.state.sentences.some(isOpen)) desk.say('every sentence is accounted for');
  const screen = new ArticleScreen(desk);
  return { view: screen.view, actions: new ArticleKeys(desk, screen).actions };
};
