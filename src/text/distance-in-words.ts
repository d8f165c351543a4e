/** From so many days on, weeks are counted, months from so many, and years. */
const [WEEKS, MONTHS, YEARS] = [14, 60, 548];

/** How far off a day is, as people say it: `today`, `in 3 days`, `2 weeks ago`. @param days negative for the past */
export function distanceInWords(days: number): string {
  const far = Math.abs(days);
  if (far < WEEKS) return words().format(days, 'day');
  if (far < MONTHS) return words().format(Math.round(days / 7), 'week');
  if (far < YEARS) return words().format(Math.round(days / 30.44), 'month');
  return words().format(Math.round(days / 365.25), 'year');
}

let made: Intl.RelativeTimeFormat | null = null;

/** Made when it is first needed: it takes some milliseconds. */
function words(): Intl.RelativeTimeFormat {
  made ??= new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return made;
}
