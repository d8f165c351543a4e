import { expect, test } from 'vitest';
import { rankSentences } from '../../src/rank/rank-sentences.ts';
import { sentencesOfClaim } from '../../src/rank/sentences-of-claim.ts';

/** A made-up article, and claims put in other words, each with the sentence that makes it. */
const SENTENCES = [
  'Council votes for a new tram across the river',
  'The city council of Arnsby voted on Monday for a tram line across the river, the first since 1968.',
  'Mayor Lena Holt called it the largest investment in the history of the city.',
  'According to her, the line will cost 400 million euros, of which the state pays a half.',
  'It is to carry 30,000 passengers a day from the university to the harbour.',
  'Works begin next May, and the first tram should run in autumn 2029.',
  'Until then, buses will go every five minutes.',
  'The opposition is not convinced.',
  'Its leader Karl Brandt reckons that the bridge alone will swallow 250 million.',
  'He reminded the council of the concert hall, which was finished six years late and cost three times what was planned.',
  'Nobody at the meeting contradicted him.',
  'Brandt wants the citizens to decide, and has begun to collect signatures for a referendum.',
  'Some 8,000 are needed by the end of March.',
  'In the last survey of the university, 58 percent were for the tram and 31 percent against it.',
  'Shopkeepers in Station Road fear for their customers while the street is dug up.',
  'In Westhaven, where trams came back in 2014, a quarter of the shops closed during the works.',
  'Holt promised them compensation, without saying how much.',
  'A report on the noise was not shown to the councillors before the vote.',
  'It says that 1,200 flats would need new windows.',
  'The mayor’s office answered that it had come too late to be printed.',
].map((text) => ({ text }));

const CLAIMS: readonly (readonly [text: string, sentence: number])[] = [
  ['Arnsby has had no tram since 1968.', 1],
  ['The council approved the tram on Monday.', 1],
  ['Never before has Arnsby invested as much in anything.', 2],
  ['The line will cost no more than 400 million.', 3],
  ['Half of the costs are borne by the state.', 3],
  ['Thirty thousand people will ride on it daily.', 4],
  ['Construction starts in May.', 5],
  ['Trams will be running by the end of 2029.', 5],
  ['There will be a bus every five minutes until the tram runs.', 6],
  ['The bridge costs 250 million by itself.', 8],
  ['The concert hall was completed six years after the date promised.', 9],
  ['The concert hall cost thrice its budget.', 9],
  ['No councillor denied what Brandt said about the hall.', 10],
  ['Signatures for a referendum on the tram are being collected.', 11],
  ['A referendum takes 8,000 signatures.', 12],
  ['A majority of those asked support the tram.', 13],
  ['Traders are afraid of losing customers to the building site.', 14],
  ['One in four shops in Westhaven shut while its tram was built.', 15],
  ['The city will compensate the traders.', 16],
  ['The council did not know the noise report when it voted.', 17],
  ['New windows will be needed in 1,200 homes.', 18],
  ['The noise report arrived after the papers were printed.', 19],
];

const claims = CLAIMS.map(([text]) => ({ text, sentence: null }));

/** At which place of each ranking the right sentence is, from 0. */
const ranks = (rank: (at: number) => readonly { readonly text: string }[]) =>
  CLAIMS.map(([, right], at) => rank(at).findIndex((one) => one.text === SENTENCES[right]?.text));
const share = (places: readonly number[], within: number) =>
  places.filter((place) => place >= 0 && place < within).length / places.length;

test('the right sentence is mostly the first, and nearly always among five', () => {
  const places = ranks((at) => sentencesOfClaim(at, claims, SENTENCES));
  expect(share(places, 1)).toBeGreaterThanOrEqual(0.8);
  expect(share(places, 5)).toBeGreaterThanOrEqual(0.95);
});

test('without its neighbours, less often', () => {
  const places = ranks((at) => rankSentences(CLAIMS[at]?.[0] ?? '', SENTENCES).map(({ sentence }) => sentence));
  expect(share(places, 1)).toBeGreaterThanOrEqual(0.65);
  expect(share(places, 5)).toBeGreaterThanOrEqual(0.85);
});

test('claims in no order at all cost little', () => {
  const order = CLAIMS.map((_, at) => (at * 7) % CLAIMS.length);
  const mixed = order.map((at) => claims[at] ?? { text: '', sentence: null });
  const places = ranks((at) => sentencesOfClaim(order.indexOf(at), mixed, SENTENCES));
  expect(share(places, 1)).toBeGreaterThanOrEqual(0.65);
  expect(share(places, 5)).toBeGreaterThanOrEqual(0.8);
});

test('a claim that shares no word is looked for where its neighbours are', () => {
  const placed = CLAIMS.map(([text, sentence]) => ({ text, sentence }));
  const [before, , after] = placed.slice(12);
  const odd = { text: 'Xyz.', sentence: null };
  const found = before && after ? sentencesOfClaim(1, [before, odd, after], SENTENCES) : [];
  expect(new Set(found.slice(0, 3))).toEqual(new Set(SENTENCES.slice(10, 13)));
});

test('every sentence is ranked, and an article without one is none', () => {
  expect(new Set(sentencesOfClaim(0, claims, SENTENCES))).toEqual(new Set(SENTENCES));
  expect(sentencesOfClaim(0, claims, [])).toEqual([]);
});
