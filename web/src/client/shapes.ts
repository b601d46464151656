// The shapes that docs/openapi.yaml names, of which the build makes types: target/openapi/openapi.ts.
import type { components } from '#openapi';

type Schemas = components['schemas'];

/** The shape that the document calls so. */
export type Shape<Name extends keyof Schemas> = Schemas[Name];
