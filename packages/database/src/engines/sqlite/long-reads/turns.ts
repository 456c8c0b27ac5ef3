/** Lets a few things run at a time and the rest wait in line; what is known to be slow never takes all places. */

/** A line in front of a few places. */
export interface Turns {
  /** Runs `work` when a place is free. `name` is what it is known by when it comes again. */
  take<Result>(name: string, work: () => Promise<Result>, patience?: Patience<Result>): Promise<Result>
}

/** How long somebody stands in line. */
export interface Patience<Result> {
  /** Milliseconds. */
  readonly longest: number
  /** What becomes of it then. */
  readonly late: () => Result
}

interface Waiting {
  readonly name: string
  readonly start: () => void
}

/** Milliseconds after which something counts as slow the next time. */
const slow = 1_000

/** Names that are remembered as slow; with more it begins anew. */
const mostNames = 500

/** A line in front of `places` places. */
export function createTurns(places: number): Turns {
  const slowNames = new Set<string>()
  const waiting: Waiting[] = []
  const running: string[] = []

  function mayStart({ name }: Waiting): boolean {
    if (running.length >= places) return false
    return !slowNames.has(name) || running.filter((each) => slowNames.has(each)).length < places - 1
  }
  function startNext(): void {
    const index = waiting.findIndex(mayStart)
    const [next] = index < 0 ? [] : waiting.splice(index, 1)
    if (!next) return
    running.push(next.name)
    next.start()
    startNext()
  }
  return {
    async take(name, work, patience) {
      const hasBegun = await new Promise<boolean>((resolve) => {
        const timer = patience && setTimeout(() => leave(), patience.longest)
        const own: Waiting = {
          name,
          start: () => {
            clearTimeout(timer)
            resolve(true)
          },
        }
        const leave = () => {
          waiting.splice(waiting.indexOf(own), 1)
          resolve(false)
        }
        waiting.push(own)
        startNext()
      })
      if (!hasBegun && patience) return patience.late()
      const begin = performance.now()
      try {
        return await work()
      } finally {
        if (slowNames.size >= mostNames) slowNames.clear()
        if (performance.now() - begin > slow) slowNames.add(name)
        else slowNames.delete(name)
        running.splice(running.indexOf(name), 1)
        startNext()
      }
    },
  }
}
