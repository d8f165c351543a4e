/** How clearly a text bears on a claim. */
export type Band = 'likely' | 'possible' | 'nearest';

/** From which strength on a text likely bears on a claim. */
const LIKELY = 3.5;
/** From which strength on it possibly does; below, nothing clearly does. */
export const POSSIBLE = 2.5;
/** From which strength on a claim is worth showing where nothing is any nearer. */
export const NEAREST = 2;

export const bandOf = (strength: number): Band =>
  strength >= LIKELY ? 'likely' : strength >= POSSIBLE ? 'possible' : 'nearest';
