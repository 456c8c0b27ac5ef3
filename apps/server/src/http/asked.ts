/** What a handler is given of a request, and what it gives back. */
import type { EndpointName, Messages, PathParameters, Person, ViewedAs } from '@haykal/contract'
import type { Viewer } from '@haykal/model'
import type { WrittenReply } from '@haykal/records'
import type { Parameters } from './read-address.ts'

/** A request, checked as far as it can be without knowing what it is about. */
export interface Asked<Path = unknown, Body = unknown> {
  readonly viewer: Viewer
  /** Absent: nobody is signed in. */
  readonly person?: Person
  /** Present: an owner asks, looking as `person`. */
  readonly viewing?: ViewedAs
  /** What stands in the places of the address's `{name}`s. */
  readonly path: Path
  /** The parameters behind the `?`; empty unless the route reads some. */
  readonly parameters: Parameters
  /** The body, for routes that take one. */
  readonly body: Body
  /** Names the request in the log, in errors and in the history. */
  readonly requestId: string
  /** Method and path, as they were sent. */
  readonly line: string
  /** The address of the connection; never what a header says. */
  readonly address: string
  /** What our cookies hold. */
  readonly cookies: { readonly session?: string; readonly device?: string }
  /** A header; undefined when it is not there. */
  header(name: string): string | undefined
}

/** What a handler answers. */
export interface Answer<Reply = unknown> {
  /** Absent: 200, or 204 when there is no reply. */
  readonly status?: 200 | 201
  /** Becomes JSON, but for bytes, which are sent as they are; undefined: an answer without a body. */
  readonly reply: Reply
  readonly headers?: { readonly [name: string]: string }
  /** `Set-Cookie` headers. */
  readonly cookies?: readonly string[]
  /**
   * Sent compressed to who accepts that: for what is large and asked for rarely. Only for what holds nothing of the request, as the
   * length of such an answer would tell what else is in it (the BREACH attack).
   */
  readonly isPacked?: true
}

type BodyOf<Name extends EndpointName> = Messages[Name] extends { readonly body: infer Body } ? Body : undefined

/** The handler of an endpoint of the contract. */
export type Handler<Name extends EndpointName> = (
  asked: Asked<PathParameters<Name>, BodyOf<Name>>,
) => Promise<Answer<Messages[Name]['reply'] | WrittenReply<Messages[Name]['reply']>>>

/** One handler for every endpoint: one that is missing does not compile. */
export type Handlers = { readonly [Name in EndpointName]: Handler<Name> }
