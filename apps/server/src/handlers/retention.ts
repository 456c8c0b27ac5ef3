/** How long history and trash are kept, as the owner says it; and forgetting what is older. */
import type { Settings } from '@haykal/auth'
import type { Retention } from '@haykal/contract'
import { forgetChanges, forgetRemovals } from '@haykal/database'
import { conflict, isJsonObject, type Json } from '@haykal/model'
import type { State } from './state.ts'

const setting = 'retention'

const forEver: Retention = { history: null, trash: null }

/** What holds now; where nothing was said, all is kept for ever. */
export async function readRetention(settings: Settings): Promise<Retention> {
  return retentionIn(await settings.read(setting))
}

function retentionIn(kept: Json | undefined): Retention {
  const days = (value: Json | undefined) => (typeof value === 'number' ? value : null)
  return isJsonObject(kept) ? { history: days(kept.history), trash: days(kept.trash) } : forEver
}

/** Says it anew. Throws `conflict` where somebody else has said it meanwhile. */
export async function saveRetention(
  settings: Settings,
  { values, base }: { readonly values: Partial<Retention>; readonly base: Partial<Retention> },
): Promise<Retention> {
  const saved = await settings.change(setting, (kept) => {
    const now = retentionIn(kept)
    const names = ['history', 'trash'] as const
    const others = names.filter((name) => name in values && (!(name in base) || base[name] !== now[name]))
    if (others.length > 0)
      throw conflict(
        Object.fromEntries(
          others.map((name) => [name, { base: base[name] ?? null, theirs: now[name], yours: values[name] ?? null }]),
        ),
      )
    const { history, trash } = { ...now, ...values }
    return { history, trash }
  })
  return retentionIn(saved)
}

/** Rows that are forgotten in one transaction: everybody else waits for it. */
const batch = 1_000

/** Forgets what is older than it is to be kept. Gives how many changes and removals. */
export async function forgetOld(state: Pick<State, 'auth' | 'records'>, now = new Date()): Promise<number> {
  const { history, trash } = await readRetention(state.auth.settings)
  if (history === null && trash === null) return 0
  const { database, history: keeping } = await state.records()
  if (!keeping || database.isReadOnly) return 0
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  const { engine } = database
  let forgotten =
    trash === null
      ? 0
      : await database.write((queries) => forgetRemovals({ engine, queries }, { before: before(trash) }))
  let last = history === null ? 0 : batch
  while (history !== null && last === batch) {
    last = await database.write((queries) =>
      forgetChanges({ engine, queries }, { before: before(history), limit: batch }),
    )
    forgotten += last
  }
  return forgotten
}

/** Milliseconds between two looks at what is old. */
const everyHour = 3_600_000

/** Forgets what is old at once and every hour, until it is stopped; what was begun then ends before that. */
export function keepForgetting(
  state: Pick<State, 'auth' | 'records'>,
  tell: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running = Promise.resolve()
  const forget = () => {
    running = running.then(async () => void (await forgetOld(state))).catch(tell)
  }
  forget()
  const timer = setInterval(forget, everyHour)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
