import { expect, test } from 'vitest';
import { article } from '../../src/dialogue/annotate/answers.ts';
import { answerShown } from '../../src/dialogue/answer.ts';
import { readAnswer } from '../../src/dialogue/read-answer.ts';

const read = (line: string) => readAnswer(line, article);

test.each([
  ['a A claim.', { about: null, verb: 'a', text: 'A claim.', fields: {} }],
  ['2.1 a .', { about: '2.1', verb: 'a', text: '.', fields: {} }],
  ['  2.3-3.2   s  ', { about: '2.3-3.2', verb: 's', text: '', fields: {} }],
  ['S', { about: null, verb: 'S', text: '', fields: {} }],
  [
    `a It's "so": 5; that -- he said --\u{20}is it. --kind promise --speaker O'Neil, the “boss” --speaker B --due 2w`,
    {
      about: null,
      verb: 'a',
      text: `It's "so": 5; that -- he said -- is it.`,
      fields: { kind: ['promise'], speaker: [`O'Neil, the “boss”`, 'B'], due: ['2w'] },
    },
  ],
  ['a Use --force and re--kind it.', { about: null, verb: 'a', text: 'Use --force and re--kind it.', fields: {} }],
  ['a T --kind=fact --note', { about: null, verb: 'a', text: 'T', fields: { kind: ['fact'], note: [''] } }],
  ['w Colour. --to 3.2', { about: null, verb: 'w', text: 'Colour.', fields: { to: ['3.2'] } }],
  ['s Not a field here: --to 3.2', { about: null, verb: 's', text: 'Not a field here: --to 3.2', fields: {} }],
  [
    'e an-id --text New text. --via',
    { about: null, verb: 'e', text: 'an-id', fields: { text: ['New text.'], via: [''] } },
  ],
  ['/ two words', { about: null, verb: '/', text: 'two words', fields: {} }],
  ['/words', { about: null, verb: '/', text: 'words', fields: {} }],
  ['g 2.1', { about: null, verb: 'g', text: '2.1', fields: {} }],
  [
    '{"place": "2.1", "verb": "a", "text": "T --kind", "kind": "fact", "tag": ["x", "y"], "due": null}',
    { about: '2.1', verb: 'a', text: 'T --kind', fields: { kind: ['fact'], tag: ['x', 'y'], due: [] } },
  ],
  ['{"place": null, "verb": "n", "text": ""}', { about: null, verb: 'n', text: '', fields: {} }],
  ['{"verb": "l", "text": "an-id"}', { about: null, verb: 'l', text: 'an-id', fields: {} }],
  ['{"place": "2.10", "verb": "n"}', { about: '2.10', verb: 'n', text: '', fields: {} }],
  ['{"place": 2.1, "verb": "n"}', { about: '2.1', verb: 'n', text: '', fields: {} }],
  ['{"place": 3, "verb": "l", "id": "an-id"}', { about: '3', verb: 'l', text: 'an-id', fields: {} }],
  ['{"verb": "e", "id": "an-id", "text": "T"}', { about: null, verb: 'e', text: 'an-id', fields: { text: ['T'] } }],
])('%s', (line, expected) => {
  const answer = read(line);
  expect(answer).toEqual(expected);
  // As it is shown, it is read as the same; empty values and those that JSON alone can hold set aside.
  if (!line.startsWith('{')) expect(read(answerShown(answer))).toEqual(answer);
});

test.each([
  ['x', 'there is no answer "x"'],
  ['2.1', 'there is no answer "2.1"'],
  ['2.1 x T', 'there is no answer "x"'],
  ['{"verb": "a"', 'a line that starts with { is no sound JSON object'],
  ['{"text": "T"}', 'an answer as JSON needs its "verb"'],
  ['{"verb": "toString"}', 'there is no answer "toString"'],
  ['{"verb": "a", "text": "T", "kin": "fact"}', 'the answer a has no "kin"; did you mean "kind"?'],
  ['{"verb": "a", "text": ["T", "U"]}', '"text" is to be one text'],
  ['{"place": ["1.1", "2.1"], "verb": "S"}', '"place" is to be one text'],
  ['{"place": 2.10, "verb": "s", "text": "T"}', '"place" is to be a text'],
  ['{"verb": "l", "id": "one", "text": "other"}', '"text" and "id" are the same'],
  ['n The next one.', 'n takes no text, found "The next one."'],
  ['2.1 u --to 1.1', 'u takes no text, found "--to 1.1"'],
  ['{"verb": "q", "text": "T"}', 'q takes no text, found "T"'],
  ['{"verb": "a", "text": {}}', '"text" is to be a text or a list of texts'],
])('refused: %s', (line, message) => {
  expect(() => read(line)).toThrow(message);
});
