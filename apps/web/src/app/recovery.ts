/** Notices when an adopted database is out of reach, asks until it is back, and then asks again for everything that had failed. */
import type { Boot } from '@haykal/contract'
import type { Query, QueryCacheNotifyEvent } from '@tanstack/react-query'
import { bootOptions } from '../features/boot/boot-options.ts'
import { errorCode } from '../features/problems/error-text.ts'
import { isUnavailable } from '../features/problems/trouble-text.ts'
import type { Visit } from '../features/session/end-session.ts'

/** Milliseconds from one question to the next. */
const pause = 3000

/** Watches for as long as the page is open. */
export function watchRecovery({ client, queries }: Pick<Visit, 'client' | 'queries'>): void {
  const cache = queries.getQueryCache()
  const boot = bootOptions(client)
  let isWaiting = false
  let askedAt = 0
  let wasTroubled = false

  const isTroubled = () => queries.getQueryData<Boot>(boot.queryKey)?.trouble !== undefined
  const ask = async () => {
    askedAt = Date.now()
    await queries.fetchQuery({ ...boot, staleTime: 0 }).catch(() => undefined)
    isWaiting = false
    const wasOut = wasTroubled
    wasTroubled = isTroubled()
    // What came through meanwhile may be older than what is there now.
    if (!wasTroubled) await queries.refetchQueries({ type: 'active', predicate: wasOut ? isNotBoot : isOut })
    lookAgain()
  }
  /** The first to fail makes us ask at once, so that everyone is told why; from then on it is asked now and then. */
  const askSoon = () => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => void ask(), Math.max(0, askedAt + pause - Date.now()))
  }
  const lookAgain = () => {
    wasTroubled ||= isTroubled()
    if (wasTroubled || cache.findAll({ type: 'active', predicate: isOut }).length > 0) askSoon()
  }
  /** What one may see has changed since the page was opened: what is asked for is no longer there. */
  const learnAnew = async () => {
    const before = queries.getQueryData(boot.queryKey)
    await queries.fetchQuery({ ...boot, staleTime: 0 }).catch(() => undefined)
    // What is the same as before is kept as the same object.
    if (queries.getQueryData(boot.queryKey) !== before) queries.removeQueries({ queryKey: ['records'] })
  }
  cache.subscribe((event) => {
    if (isRefusal(event)) void learnAnew()
    if (isFailure(event) || (event.type === 'updated' && !isNotBoot(event.query))) lookAgain()
  })
  queries.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error' && isUnavailable(event.action.error)) askSoon()
  })
}

function isFailure(event: QueryCacheNotifyEvent): boolean {
  return event.type === 'updated' && event.action.type === 'error' && isUnavailable(event.action.error)
}

/** A list asks only for what boot told of. */
function isRefusal({ type, query, ...event }: QueryCacheNotifyEvent): boolean {
  if (type !== 'updated' || query.queryKey[2] !== 'list' || !('action' in event)) return false
  const { action } = event
  return action.type === 'error' && /malformed|not_found/.test(errorCode(action.error))
}

function isOut(query: Query): boolean {
  return isUnavailable(query.state.error)
}

function isNotBoot({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return queryKey[0] !== 'boot'
}
