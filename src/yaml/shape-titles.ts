import type { CompiledShape } from './compiled-shape.ts';
import { scalarTitles } from './scalar-decoders.ts';

/** A noun with its indefinite article. */
export const aOrAn = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** What a shape is called where something else stands in its place. */
export function titleOf(shape: CompiledShape): string {
  if (shape.type === 'record') return `${aOrAn(shape.title)} (${[...shape.keys.keys()].slice(0, 3).join(', ')}, …)`;
  if (shape.type === 'scalar') return scalarTitles[shape.name];
  if (shape.type === 'any') return 'anything';
  const item = shape.item.type === 'record' ? shape.item.title : titleOf(shape.item).replace(/^an? /, '');
  return `a list of ${item}s`;
}
