import { UndoJournal } from '../store/undo-journal.ts';
import { UndoNote } from '../store/undo-note.ts';
import type { Context } from './context.ts';

/** What takes down a write of the command that runs, so that `undo` can take it back; null where nothing is kept. */
export const noteOf = ({ world, words }: Context): UndoNote | null =>
  world.stateFolder === null ? null : new UndoNote(new UndoJournal(world.stateFolder), words, world.now());
