import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testPage } from './console-blocks.ts';
import { ROOT } from './sandbox.ts';

const folder = join(ROOT, 'test/cases');
const pages = readdirSync(folder);

describe.each(pages)('%s does what it says', (name) => testPage(join(folder, name)));

test('there are pages', () => expect(pages.length).toBeGreaterThan(3));
