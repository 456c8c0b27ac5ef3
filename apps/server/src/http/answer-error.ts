/** The only place that turns an error into an answer: a problem document (RFC 9457). Causes go to the log and never on the wire. */
import { STATUS_CODES } from 'node:http'
import type { ProblemDocument } from '@haykal/contract'
import { createTranslator } from '@haykal/messages'
import { en } from '@haykal/messages/en'
import { HaykalError } from '@haykal/model'
import type { Log } from '../log.ts'
import type { HeaderValues } from './headers.ts'

/** What an answer to an error needs to know of its request. */
export interface ErrorContext {
  readonly requestId: string
  /** The standard headers of the API. */
  readonly headers: HeaderValues
  readonly log: Log
  /** For the log: which request it was, without its parameters. */
  readonly request: { readonly method: string; readonly path: string }
}

const english = createTranslator(en, 'en')

/** Answers an error. What is no `HaykalError` is our fault: it is logged with its cause, and answered with nothing but a number. */
export function answerError(error: unknown, context: ErrorContext): Response {
  const known = error instanceof HaykalError ? error : new HaykalError('unexpected', { cause: error })
  logError(known, context)
  const { requestId, headers } = context
  return new Response(JSON.stringify(problemDocument(known, requestId)), {
    status: known.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8', ...extraHeaders(known) },
  })
}

/** An error as it travels, with texts in English; the browser writes its own from the codes. */
export function problemDocument(error: HaykalError, requestId: string): ProblemDocument {
  const { code, status, details } = error
  const { problems, conflict, explanation, params } = details
  return {
    type: `/problems/${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: english.error({ code, ...(params === undefined ? {} : { params }) }),
    code,
    requestId,
    ...(problems === undefined
      ? {}
      : { errors: problems.map((problem) => ({ ...problem, message: english.problem(problem) })) }),
    ...(conflict === undefined ? {} : { conflict }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(params === undefined ? {} : { params }),
  }
}

function extraHeaders({ code, details }: HaykalError): { [name: string]: string } {
  const { retryAfter, params } = details
  return {
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    ...(code === 'method_not_allowed' && typeof params?.allow === 'string' ? { Allow: params.allow } : {}),
  }
}

function logError({ code, status, details }: HaykalError, { requestId, log, request }: ErrorContext): void {
  const event = { requestId, ...request, code, ...(details.cause === undefined ? {} : { err: details.cause }) }
  // Busy without a cause is a server that is starting: whoever waits for it asks often.
  if (code === 'busy') log[details.cause === undefined ? 'debug' : 'warn'](event, 'request put off')
  // Whoever wrote the code of the project finds out here, and nowhere else.
  else if (code === 'project_failed') log.error(event, 'code of the project failed')
  else if (status >= 500) log.error(event, 'request failed')
  else if (code === 'too_many_requests' || code === 'foreign_origin') log.warn(event, 'request refused')
  else log.debug({ requestId, ...request, code }, 'request refused')
}
