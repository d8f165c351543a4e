import { expect, test } from 'vitest';
import { optionValue, type RuleOption } from '../../src/model/rule-option.ts';
import { readChecks } from '../../src/yaml/read-checks.ts';
import { scan } from '../../src/yaml/scan.ts';

const tone: RuleOption<'calm' | 'stern'> = {
  name: 'tone',
  byDefault: 'calm',
  expected: 'calm or stern',
  read: (written) => (written === 'calm' || written === 'stern' ? written : null),
};
const limit: RuleOption<number> = { name: 'limit', byDefault: 7, expected: 'a number', read: (text) => +text || null };
const RULES = [{ id: 'plain' }, { id: 'tuned', options: [tone, limit] }];

const read = (text: string) => readChecks(scan(`checks:\n${text}`), RULES);
const messages = (text: string) => read(text).faults.map(({ message }) => message);

test('a rule has the options that it declares, and severity', () => {
  const { checks, faults } = read('  tuned: { tone: stern, severity: off, limit: 3 }\n  plain: error\n');
  expect(faults).toEqual([]);
  expect([...checks.severities]).toEqual([
    ['tuned', 'off'],
    ['plain', 'error'],
  ]);
  const set = checks.options.get('tuned') ?? new Map();
  expect([optionValue(tone, set), optionValue(limit, set)]).toEqual(['stern', 3]);
});

test('what is not set keeps its default', () => {
  const set = read('  tuned: { limit: 3 }\n').checks.options.get('tuned') ?? new Map();
  expect([optionValue(tone, set), optionValue(limit, set)]).toEqual(['calm', 3]);
  expect(optionValue(limit, new Map())).toBe(7);
});

test('what is no value of an option, or no option, is told', () => {
  expect(messages('  tuned: { tone: loud, limit: [3], tune: calm }\n  plain: { tone: calm }\n')).toEqual([
    'expected calm or stern',
    'expected a number',
    'tuned has no option "tune"; did you mean "tone"?',
    'plain has no option "tone"',
  ]);
  expect(messages('  tuned: { limit: }\n')).toEqual(['expected a number']);
});
