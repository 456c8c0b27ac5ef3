/** ETags of records: made of presented values only, so that they tell nothing of hidden ones. */
import { createHash } from 'node:crypto'
import type { AnyRecord } from '@haykal/model'

/** The strong ETag of a presented record, quotes included. */
export function etagOf(presented: AnyRecord): string {
  return `"${createHash('sha256').update(JSON.stringify(presented)).digest('base64url').slice(0, 22)}"`
}

/** Whether an `If-Match` header accepts an ETag: `*`, or a list that holds it. Weak ones never match (RFC 9110 §13.1.1). */
export function matchesEtag(ifMatch: string, etag: string): boolean {
  return ifMatch.trim() === '*' || ifMatch.split(',').some((each) => each.trim() === etag)
}
