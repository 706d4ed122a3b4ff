// The part of JSON Schema that the engine describes the household file with.

export type Schema = {
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  format?: 'date';
  description?: string;
  enum?: string[];
  default?: string | number | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  /** What only somebody in a role has: the others cannot have it. */
  allOf?: {
    if: { properties: { rol: { const: string } } };
    else: { properties: Record<string, false> };
  }[];
};
