import { isScalarName, type ScalarName } from '../model/shape.ts';

/** A shape in the form that the readers follow: records with their keys, lists, and scalars by name. */
export type CompiledShape = RecordShape | ListShape | ScalarShape | AnyShape;

export interface RecordShape {
  readonly type: 'record';
  readonly title: string;
  readonly keys: ReadonlyMap<string, { readonly shape: CompiledShape; readonly required: boolean }>;
  /** Keys of which at least one must be there; empty where there is no such rule. */
  readonly oneOf: readonly string[];
}

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

/** The form of a shape that is a record. @throws if it is none */
export function compileRecord(shape: object): RecordShape {
  const compiled = compileShape(shape);
  if (compiled.type !== 'record') throw new Error('the shape is no record');
  return compiled;
}

/**
 * Turns a shape's JSON Schema into the form that the readers follow.
 * @throws if the schema uses a keyword that no shape uses
 */
function compileShape(shape: object): CompiledShape {
  const schema: Schema = shape;
  if (schema.$ref) {
    const name = schema.$ref.slice('#/$defs/'.length);
    if (!isScalarName(name)) throw new Error(`a shape refers to ${schema.$ref}, which is no scalar`);
    return { type: 'scalar', name };
  }
  if (schema.properties) {
    const required = new Set(schema.required);
    const keys = Object.entries(schema.properties).map(
      ([key, value]) => [key, { shape: compileShape(value), required: required.has(key) }] as const,
    );
    const oneOf = schema.anyOf?.flatMap((way) => way.required ?? []) ?? [];
    return { type: 'record', title: schema.title ?? 'record', keys: new Map(keys), oneOf };
  }
  if (schema.items) return { type: 'list', item: compileShape(schema.items) };
  if (schema.anyOf?.[0]) return compileShape(schema.anyOf[0]);
  if (schema.description !== undefined) return { type: 'any' };
  throw new Error(`a shape uses ${JSON.stringify(schema)}, which the reader does not know`);
}
