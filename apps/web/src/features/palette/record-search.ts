/** Looks for records in many models: a few questions at a time, and the answers in an order that never changes once it is shown. */

/** How the search goes. */
export interface RecordSearch<Model, Found> {
  /** In the order in which the answers are wanted. */
  readonly models: readonly Model[]
  readonly ask: (model: Model) => Promise<readonly Found[]>
  /** Called whenever more was found, with all of it: what was there before stays in its place. */
  readonly onFound: (found: readonly Found[]) => void
  readonly signal: AbortSignal
}

/** How a search ended. */
export interface SearchEnd {
  /** The first thing that went wrong; absent: every model answered. */
  readonly error?: unknown
}

/** Questions on the way at once: more would only wait for each other at the server. */
const atOnce = 5
/** When so much is found, nobody reads on. */
const enough = 25
/** Milliseconds that a model is waited for, so that its records stand in their place; then the others go first. */
const patience = 400

/** Searches until every model has answered, or enough is found. Never throws. */
export async function searchRecords<Model, Found>(search: RecordSearch<Model, Found>): Promise<SearchEnd> {
  const { models, ask, onFound, signal } = search
  const answers = new Map<number, readonly Found[]>()
  const shown = new Set<number>()
  const found: Found[] = []
  let isLate = false
  let next = 0
  let error: unknown

  const show = () => {
    const before = found.length
    for (let index = 0; index < next; index += 1) {
      const answer = answers.get(index)
      if (!answer && !isLate) break
      if (!answer || shown.has(index)) continue
      shown.add(index)
      found.push(...answer)
    }
    if (found.length > before && !signal.aborted) onFound([...found])
  }
  const work = async () => {
    while (next < models.length && found.length < enough && !signal.aborted) {
      const index = next
      next += 1
      const answer = await ask(models[index] as Model).catch((reason: unknown) => {
        error ??= reason
        return []
      })
      answers.set(index, answer)
      show()
    }
  }
  const timer = setTimeout(() => {
    isLate = true
    show()
  }, patience)
  await Promise.all(Array.from({ length: atOnce }, work))
  clearTimeout(timer)
  isLate = true
  show()
  return error === undefined ? {} : { error }
}
