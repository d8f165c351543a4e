import { isThing, owned, type Thing, textsOf } from './linked-data.ts';
import type { ScannedPage } from './scan-page.ts';
import type { Found } from './told.ts';

/** The scripts that a language is written in beside its own, such as Japanese in Han. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Cyrl: ['Cyrl'],
};
const SCRIPTS = 'Latn Cyrl Grek Arab Hebr Deva Beng Thai Hani Hira Kana Hang Armn Geor Ethi Taml Telu'.split(' ');

/** A language tag in its canonical form (BCP 47); null where it is none, or says no language. */
export function languageTag(written: string): string | null {
  const text = written
    .trim()
    .replace(/_/g, '-')
    .replace(/\.utf-?8$/i, '')
    .replace(/@.*$/, '');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(text) || /^(?:und|mul|zxx|mis|xx)\b/i.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether a text is written in a script of a language: templates often keep the language that they came with. */
function isWrittenIn(tag: string, text: string): boolean {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  const expected = ALSO[script] ?? [script];
  const found = mainScript(text);
  // Japanese is told from Chinese by its kana; a headline may have none.
  return found === null || expected.includes(found);
}

/** The script of most letters; null without letters of a known one. */
function mainScript(text: string): string | null {
  let most = 0;
  let main: string | null = null;
  for (const script of SCRIPTS) {
    const count = text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;
    if (count > most) {
      most = count;
      main = script;
    }
  }
  return main;
}

/** The language of the article. @param title of it, whose script tells where a template has another language */
export function languageIn(page: ScannedPage, described: Thing, title: string): Found<string> | null {
  const inLanguage = [owned(described, 'inLanguage')]
    .flat()
    .flatMap((one) => (isThing(one) ? textsOf(owned(one, 'alternateName')) : textsOf(one)));
  const tagged = (texts: readonly (string | null)[], from: string) =>
    texts.flatMap((text) => {
      const value = languageTag(text ?? '');
      return value !== null && isWrittenIn(value, title) ? [{ value, from }] : [];
    });
  const article = tagged(inLanguage, 'JSON-LD inLanguage');
  if (article.length === 1) return article[0] ?? null;
  const html = tagged([page.language], '<html lang>');
  const others = [
    ...tagged(page.metas.get('content-language') ?? [], 'meta content-language'),
    ...tagged(page.metas.get('dc.language') ?? [], 'meta dc.language'),
    ...tagged(page.metas.get('og:locale') ?? [], 'og:locale'),
  ];
  const [best] = [...html, ...others];
  return best ?? null;
}
