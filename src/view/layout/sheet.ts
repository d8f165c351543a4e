import type { Palette } from './palette.ts';

/** What text is laid out for. */
export interface Sheet {
  /** The terminal's columns; null where the text does not go to a terminal, and no line is wrapped. */
  readonly width: number | null;
  readonly palette: Palette;
  /** Whether pictures are drawn with blocks and colours; else with letters. */
  readonly draws: boolean;
}
