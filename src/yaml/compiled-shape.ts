import type { Place } from '../model/place.ts';
import { isScalarName, type ScalarName } from '../model/shape.ts';

/** A shape in the form that the reader follows: records with their keys, lists, and scalars by name. */
export type CompiledShape = RecordShape | ListShape | ScalarShape | AnyShape;

export interface RecordShape {
  readonly type: 'record';
  readonly title: string;
  readonly keys: ReadonlyMap<string, KeyShape>;
  /** The keys that must be there, as bits. */
  readonly required: number;
  /** Keys of which at least one must be there, and the same as bits; empty where there is no such rule. */
  readonly oneOf: readonly string[];
  readonly oneOfBits: number;
  /** The record before its keys are read: lists empty, what must be there blank, all else null. */
  readonly blank: DraftRecord;
}

interface KeyShape {
  readonly key: string;
  readonly shape: CompiledShape;
  readonly required: boolean;
  readonly bit: number;
  /** Whether a place tells where each item of its list stands. */
  readonly hasPlacesOfItems: boolean;
}

/** A record while it is read: its keys are filled in one by one. */
export type DraftRecord = Record<string, unknown>;

export interface ListShape {
  readonly type: 'list';
  readonly item: CompiledShape;
}

/** Whatever stands there; somebody else reads it. */
interface AnyShape {
  readonly type: 'any';
}

interface ScalarShape {
  readonly type: 'scalar';
  readonly name: ScalarName;
}

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: unknown;
  readonly items?: Schema;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The keys that could not be read, where all could; and the items of a list that is not there. */
export const NONE: readonly never[] = [];

const NOWHERE: Place = { start: 0, line: 1, index: 0, values: {}, faulty: NONE };

/** How many keys of a record have a bit of their own. */
const MOST_KEYS = 31;

/**
 * Turns the JSON Schema of a record into the form that the reader follows.
 * @throws if it uses a keyword that no shape uses, or is no record's
 */
export function compileRecord(shape: object): RecordShape {
  const compiled = compile(shape);
  if (compiled.type !== 'record') throw new Error('the shape is no record');
  return compiled;
}

function compile(schema: Schema): CompiledShape {
  if (schema.$ref) {
    const name = schema.$ref.slice('#/$defs/'.length);
    if (!isScalarName(name)) throw new Error(`a shape refers to ${schema.$ref}, which is no scalar`);
    return { type: 'scalar', name };
  }
  if (schema.properties) return compileProperties(schema, schema.properties);
  if (schema.items) return { type: 'list', item: compile(schema.items) };
  if (schema.anyOf?.[0]) return compile(schema.anyOf[0]);
  if (schema.description !== undefined) return { type: 'any' };
  throw new Error(`a shape uses ${JSON.stringify(schema)}, which the reader does not know`);
}

function compileProperties(schema: Schema, properties: Readonly<Record<string, Schema>>): RecordShape {
  const required = new Set(schema.required);
  const oneOf = schema.anyOf?.flatMap((way) => way.required ?? []) ?? [];
  const keys = Object.entries(properties).map(([key, value], index): KeyShape => {
    const shape = compile(value);
    const hasPlacesOfItems =
      shape.type === 'list' ? shape.item.type === 'scalar' : shape.type === 'scalar' && shape.name === 'names';
    return { key, shape, required: required.has(key), bit: 1 << index, hasPlacesOfItems };
  });
  if (keys.length > MOST_KEYS) throw new Error(`a record has more than ${MOST_KEYS} keys`);
  const bitsOf = (some: readonly KeyShape[]) => some.reduce((bits, { bit }) => bits | bit, 0);
  return {
    type: 'record',
    title: schema.title ?? 'record',
    keys: new Map(keys.map((one) => [one.key, one])),
    required: bitsOf(keys.filter((one) => one.required)),
    oneOf,
    oneOfBits: bitsOf(keys.filter(({ key }) => oneOf.includes(key))),
    blank: { ...Object.fromEntries(keys.map((one) => [one.key, blankOf(one)])), place: NOWHERE },
  };
}

function blankOf({ shape, required }: KeyShape): unknown {
  if (shape.type === 'list') return NONE;
  if (!required) return null;
  if (shape.type === 'record') return shape.blank;
  return shape.type === 'scalar' ? '' : null;
}
