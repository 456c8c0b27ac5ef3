/** What incoming requests look like, checked by zod: the envelopes only, as the values of records are `parseDraft`'s affair. Server only. */
import { z } from 'zod'
import type { EndpointName } from './endpoints.ts'

const values = z.record(z.string(), z.json())

/** Text that is some, but not endless. */
const line = z.string().min(1).max(200)

/** The query parameters that a list understands, all as text; `filter[…]` in brackets is read apart. */
export const listParameters = z.strictObject({
  filter: z.string().max(20_000).optional(),
  sort: z.string().max(1_000).optional(),
  q: z.string().max(200).optional(),
  fields: z.string().max(10_000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
  after: z.string().max(20_000).optional(),
  before: z.string().max(20_000).optional(),
  count: z.enum(['none', 'bounded', 'exact']).optional(),
})

/** The bodies of the endpoints that take one. A key that is not named here is refused. */
export const bodies = {
  signIn: z.strictObject({ email: z.string().max(320), password: z.string().max(4_096) }),
  setUp: z.strictObject({ token: line, name: line, email: z.string().max(320), password: z.string().max(4_096) }),
  unlockModel: z.strictObject({}),
  createRecord: z.strictObject({ values }),
  editRecord: z.strictObject({ values, base: values.optional() }),
} satisfies { readonly [name in EndpointName]?: z.ZodType }
