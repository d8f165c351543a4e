import { type Line, moved, type Place, removed, swapped } from './line.ts';

type Edit = (line: Line) => Line;

const to =
  (place: Place): Edit =>
  (line) =>
    moved(line, place);
const without =
  (place: Place): Edit =>
  (line) =>
    removed(line, place);

/** Keys that move the cursor; but for →, which may also take what is offered. */
export const MOVES: Readonly<Record<string, Edit>> = {
  left: to('before'),
  'ctrl-b': to('before'),
  home: to('start'),
  'ctrl-a': to('start'),
  end: to('end'),
  'ctrl-e': to('end'),
  'alt-b': to('wordStart'),
  'ctrl-left': to('wordStart'),
  'alt-left': to('wordStart'),
  'alt-f': to('wordEnd'),
  'ctrl-right': to('wordEnd'),
  'alt-right': to('wordEnd'),
};

/** Keys that change the line. */
export const CHANGES: Readonly<Record<string, Edit>> = {
  backspace: without('before'),
  delete: without('after'),
  'ctrl-d': without('after'),
  'ctrl-t': swapped,
};

/** Keys that cut what Ctrl-Y puts back. */
export const CUTS: Readonly<Record<string, Edit>> = {
  'ctrl-u': without('start'),
  'ctrl-k': without('end'),
  'ctrl-w': without('blankStart'),
  'alt-backspace': without('wordStart'),
  'alt-d': without('wordEnd'),
  'alt-delete': without('wordEnd'),
  'ctrl-delete': without('wordEnd'),
};
