import type { ScalarName } from '../model/shape.ts';

/** A shape in the form that the reader walks: records with their keys, lists, and scalars by name. */
export type Plan = RecordPlan | ListPlan | ScalarPlan | AnyPlan;

export interface RecordPlan {
  readonly type: 'record';
  readonly title: string;
  readonly keys: ReadonlyMap<string, { readonly plan: Plan; readonly required: boolean }>;
  /** Keys of which at least one must be there; empty where there is no such rule. */
  readonly oneOf: readonly string[];
}

export interface ListPlan {
  readonly type: 'list';
  readonly item: Plan;
}

/** Whatever stands there; somebody else reads it. */
interface AnyPlan {
  readonly type: 'any';
}

interface ScalarPlan {
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

/**
 * Turns a shape's JSON Schema into the plan that the reader walks.
 * @throws if the schema uses a keyword that no shape uses
 */
export function planOf(shape: object): Plan {
  const schema: Schema = shape;
  if (schema.$ref) return { type: 'scalar', name: schema.$ref.slice('#/$defs/'.length) as ScalarName };
  if (schema.properties) {
    const required = new Set(schema.required);
    const keys = Object.entries(schema.properties).map(
      ([key, value]) => [key, { plan: planOf(value), required: required.has(key) }] as const,
    );
    const oneOf = schema.anyOf?.flatMap((way) => way.required ?? []) ?? [];
    return { type: 'record', title: schema.title ?? 'record', keys: new Map(keys), oneOf };
  }
  if (schema.items) return { type: 'list', item: planOf(schema.items) };
  if (schema.anyOf?.[0]) return planOf(schema.anyOf[0]);
  if (schema.description !== undefined) return { type: 'any' };
  throw new Error(`a shape uses ${JSON.stringify(schema)}, which the reader does not know`);
}
