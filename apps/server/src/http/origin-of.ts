/** How an act came in, as its change-set tells it: through a form of ours or from a program, by which request, and whether it may come twice. */
import type { ChangeMeans } from '@haykal/contract'
import { malformed } from '@haykal/model'
import type { Origin } from '@haykal/records'
import type { Asked } from './asked.ts'

/** The origin of a request. `means`: where more is known than the request itself tells. Throws `malformed` for a key that is none. */
export function originOf({ header, requestId, line, body }: Asked, means?: ChangeMeans): Origin {
  const key = header('idempotency-key')
  if (key !== undefined && !/^[!-~]{1,255}$/.test(key)) throw badKey()
  return {
    // Browsers say of their own accord which page a request comes from; a program does not claim to be one.
    means: means ?? (header('sec-fetch-site') === 'same-origin' ? 'form' : 'api'),
    request: requestId,
    ...(key === undefined
      ? {}
      : { once: { key, asked: JSON.stringify([line, body ?? null, header('if-match') ?? null]) } }),
  }
}

/** 1 to 255 printable characters. */
function badKey() {
  return malformed([{ pointer: '', code: 'malformed', params: { header: 'Idempotency-Key' } }])
}
