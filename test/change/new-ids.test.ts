import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idWordsOf } from '../../src/change/id-words.ts';
import { newId } from '../../src/change/new-id.ts';
import { isEmptyWord } from '../../src/text/empty-words.ts';
import { idFault } from '../../src/yaml/scalar-decoders.ts';
import { runs } from '../soak.ts';

const page = readFileSync(new URL('./new-ids.md', import.meta.url), 'utf8');
const ledgers = Array.from(page.matchAll(/^## (\w+)\n\n((?:- .*\n)+)/gm), ([, language = '', items = '']) => ({
  language: language === 'none' ? null : language,
  claims: Array.from(items.matchAll(/^- `(.*?)` (.*)$/gm), ([, id = '', text = '']) => ({ id, text })),
}));
const texts = ledgers.flatMap(({ claims }) => claims.map(({ text }) => text));

/** The ids of texts that are added one after another. */
async function idsOf(added: readonly string[], language: string | null): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, text] of added.entries()) {
    const words = await idWordsOf(text, language);
    ids.push(newId(words, added.slice(0, index), new Set(ids), 'claim'));
  }
  return ids;
}

test('the page has cases in many languages', () => {
  expect(ledgers.length).toBeGreaterThan(20);
  expect(texts.length).toBeGreaterThan(150);
});

test.each(ledgers)('ids in $language', async ({ language, claims }) => {
  const ids = await idsOf(
    claims.map(({ text }) => text),
    language,
  );
  expect(ids.map((id, index) => `${id} ${claims[index]?.text}`)).toEqual(claims.map(({ id, text }) => `${id} ${text}`));
});

test('where an id is taken, other words are taken before a number', async () => {
  const same = 'The council will plant trees in the park.';
  expect(await idsOf([same, 'The council will plant trees on the street.', same, same], 'en')).toEqual([
    'council-plant-trees-park',
    'council-plant-trees-street',
    'council-plant-trees-park-2',
    'council-plant-trees-park-3',
  ]);
  const long = 'The council will plant forty old trees in the park.';
  const [first, second] = await idsOf([long, long], 'en');
  expect(second).not.toBe(first);
  expect(second).not.toMatch(/\d$/);
});

test('a word that is too long is left out, and no other is cut', async () => {
  const long = 'x'.repeat(49);
  expect(await idsOf([long, `The ${long} sank.`], 'en')).toEqual(['claim-1', 'sank']);
});

test('contractions and elisions leave no lone letters', async () => {
  expect(await idsOf(["It's the minister's plan that they don't trust."], 'en')).toEqual(['minister-plan-not-trust']);
  expect(await idsOf(["L'eau d'Évian n'est pas chère."], 'fr')).toEqual(['eau-evian-pas-chere']);
});

test('what denies or opposes a word goes with it, and ends no id', async () => {
  expect(await idsOf(['Poland voted against the budget.', 'It did not.'], 'en')).toEqual([
    'poland-voted-against-budget',
    'claim-1',
  ]);
  expect(await idsOf(['Die Regierung erhöht die Steuern nicht.'], 'de')).toEqual(['regierung-erhoeht-nicht-steuern']);
  expect(await idsOf(['Hallitus ei korota veroja.', 'He eivät korota veroja.'], 'fi')).toEqual([
    'hallitus-ei-korota-veroja',
    'eivat-korota-veroja',
  ]);
  expect(await idsOf(['Guvernul nu va majora taxele.'], 'ro')).toEqual(['guvernul-nu-majora-taxele']);
});

test('the language is told by the words where the ledger names none, or another', async () => {
  for (const language of [null, 'en', 'uk']) {
    expect(await idsOf(['Rząd nie podniesie podatków, ale i tak jest ich za dużo.'], language)).toEqual([
      'rzad-nie-podniesie-podatkow',
    ]);
  }
});

test('whatever the text: a valid id, of whole words, the same each time', async () => {
  const word = fc.oneof(
    fc.constantFrom(...texts.flatMap((text) => text.split(' '))),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('the', 'of', "don't", 'null', '2.5%', '٣', '½', 'ﬁ', 'A', 'x'.repeat(60), '—'),
  );
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const language = fc.constantFrom(null, 'en', 'de', 'ja', 'constructor', '__proto__');
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), language, async (added, tag) => {
      const twice = [...added, ...added];
      const ids = await idsOf(twice, tag);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await idsOf(twice, tag)).toEqual(ids);
      for (const id of ids) {
        expect(idFault(id)).toBe(null);
        expect(id.length).toBeLessThanOrEqual(48);
        expect(id).toMatch(/[a-z]/);
        expect(id).not.toMatch(/(?:^|-)(?:-|$)/);
        expect(id.replace(/-\d+$/, '').split('-').length).toBeLessThanOrEqual(4);
      }
    }),
    runs(300),
  );
});

test('no id begins or ends with a function word', async () => {
  for (const { language, claims } of ledgers) {
    if (!['en', 'pl', 'de', 'fr', 'es', 'it', 'nl'].includes(language ?? '')) continue;
    for (const { id } of claims) {
      const words = id.split('-');
      // In capitals, as in the text, these are names.
      const ends = [words[0] ?? '', words.at(-1) ?? ''].filter((end) => !['us', 'it', 'who'].includes(end));
      expect(
        ends.filter((end) => isEmptyWord(end, language ?? 'en')),
        id,
      ).toEqual([]);
    }
  }
});
