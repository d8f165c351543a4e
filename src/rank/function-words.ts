import { foldForRanking } from './fold-for-ranking.ts';

/**
 * Short words that carry a sentence's grammar and hardly its content, of seven languages together: news and claims may
 * be in different ones, and a ledger need not say in which. A longer list finds less.
 */
const WORDS = `
  a an the of and or to in on at by for from with as is are was were be been it its that this than not no will
  he she they said s t
  w z we i o u a że na do za od po nie się to jest są był oraz dla przy ma
  der die das den dem des ein eine und oder zu im in am auf mit von für ist sind war nicht er sie es
  le la les un une des du de d l et ou à au aux en dans par pour sur est sont n ne pas il elle que qui
  el los las uno una y o del al en con por para es son no se su que lo
  в во на с со и не что это по за от из к у о для как его был
  в у на з із та й і не що це до за від по як є про
`;

/** All of them, as the ranking folds words. */
export const functionWords: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/).map(foldForRanking));
