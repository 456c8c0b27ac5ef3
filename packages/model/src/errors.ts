/** The few errors that are thrown rather than returned; each has a stable code that the API, the client and the screens share. */
import type { Explanation } from './explanation.ts'
import type { Json } from './json.ts'
import type { Problem } from './problem.ts'

/** Every error code with the HTTP status that it answers with. */
export const errorStatus = {
  malformed: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  viewing_as: 403,
  foreign_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  already_done: 409,
  last_owner: 409,
  not_unique: 409,
  still_referred_to: 409,
  locked: 409,
  conflict: 412,
  too_large: 413,
  wrong_content_type: 415,
  invalid: 422,
  took_too_long: 422,
  repeated_key: 422,
  project_failed: 422,
  base_required: 428,
  too_many_requests: 429,
  headers_too_large: 431,
  unexpected: 500,
  busy: 503,
  unavailable: 503,
  disk_full: 507,
} as const

/** A stable name of what went wrong. */
export type ErrorCode = keyof typeof errorStatus

/** What an error may carry besides its code. */
export interface ErrorDetails {
  /** All problems at once, each with its place. */
  readonly problems?: readonly Problem[]
  /** For `conflict`: each field that others changed meanwhile. */
  readonly conflict?: Conflict
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number
  /** What the text of the code mentions. */
  readonly params?: { readonly [name: string]: Json }
  /** For `not_allowed`: which rule decided, for those who may know the thing exists. */
  readonly explanation?: Explanation
  /** The reason, for the log only; never leaves the server. */
  readonly cause?: unknown
}

/** A field in conflict. */
export interface FieldConflict {
  /** What the writer saw. */
  readonly base: Json
  /** What is stored now. */
  readonly theirs: Json
  /** What the writer wants. */
  readonly yours: Json
  /** The name of who changed it last; absent: not known, or not to be known. */
  readonly by?: string
  /** When they did, an ISO moment; absent: not known. */
  readonly at?: string
}

/** The fields in conflict, by their names. */
export type Conflict = { readonly [field: string]: FieldConflict }

/** The one error that crosses floors: thrown by the core, answered by the server, thrown again by the client. */
export class HaykalError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code, 'cause' in details ? { cause: details.cause } : undefined)
    this.name = 'HaykalError'
    this.code = code
    this.details = details
  }

  /** The HTTP status of the code. */
  get status(): number {
    return errorStatus[this.code]
  }
}

/** Nothing there, or nothing that this person may know of: the same answer on purpose. */
export function notFound(): HaykalError {
  return new HaykalError('not_found')
}

/** Known to this person, but not theirs to do. */
export function notAllowed(params?: ErrorDetails['params'], explanation?: Explanation): HaykalError {
  return new HaykalError('not_allowed', { ...(params && { params }), ...(explanation && { explanation }) })
}

/** Well-formed, but wrong: every problem at once. */
export function invalid(problems: readonly Problem[]): HaykalError {
  return new HaykalError('invalid', { problems })
}

/** Not to be understood at all: a bad parameter, a bad cursor, a body of the wrong shape. */
export function malformed(problems: readonly Problem[]): HaykalError {
  return new HaykalError('malformed', { problems })
}

/** Others changed the same fields since; nothing was written. */
export function conflict(fields: Conflict): HaykalError {
  return new HaykalError('conflict', { conflict: fields })
}
