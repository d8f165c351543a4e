/** A paragraph and the sentences a careful reader sees in it. */
export interface Golden {
  language: string | null;
  paragraph: string;
  sentences: string[];
}

/** The cases of a list with a heading for each language. */
export function goldenOf(list: string): Golden[] {
  let language: string | null = null;
  const cases: Golden[] = [];
  for (const line of list.split('\n')) {
    const heading = /^## ([\w-]+)/.exec(line)?.[1];
    if (heading) language = heading === 'none' ? null : heading;
    const item = /^- (.*)$/.exec(line)?.[1];
    if (item === undefined) continue;
    const sentences = item.split(/ \|\|? /);
    cases.push({ language, paragraph: item.replaceAll(' || ', '').replaceAll(' | ', ' '), sentences });
  }
  return cases;
}
