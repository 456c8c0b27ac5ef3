/** Runs reads that may take long in processes of their own: few at a time, each with a time limit, giving way to whoever writes. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Asker, presentAsker } from '../../../asker.ts'
import type { Row } from '../../../engine.ts'
import { isBusy } from '../retry-busy.ts'
import { type Outcome, type Question, type ReadingProcess, startReadingProcess } from './reading-process.ts'
import { createTurns } from './turns.ts'

/** The processes that read one file. */
export interface LongReads {
  /** Throws SQLite's refusals, and `ReadRefusal`s of its own. `longest`: milliseconds of its waiting and of its reading; absent: as of any other. */
  read(question: Question, longest?: number): Promise<readonly Row[]>
  /** Lets reads look into a file beside, under the name by which connections attach it; undefined: no longer. */
  attach(beside: string | undefined): void
  /** Ends all processes; what is being read fails. */
  close(): void
}

/** Codes of errors that no SQLite has: the time was over, others wrote all the time, or nobody waits any more. */
export type ReadRefusal = 'READ_TOO_LONG' | 'READ_HELD_UP' | 'READ_GIVEN_UP'

/** Who waits for a read, and for how many milliseconds. */
interface Waiter {
  readonly asker: Asker | undefined
  readonly longest: number
}

/** How many processes there are at most. */
const mostProcesses = 2

/** Milliseconds without a question after which a process ends. */
const idle = 30_000

/** Milliseconds until a read is tried again: soon when it could not begin, ever later when it had to be ended to give way. */
const pauses = { refused: 5, ended: [10, 20, 40, 80, 160, 320, 640] } as const

/** Prepares to read a file; processes start when there is something to read. `longestOfAny` is the time of one read, and of its waiting, in milliseconds. */
export function createLongReads(path: string, longestOfAny: number): LongReads {
  const resting = new Map<ReadingProcess, NodeJS.Timeout>()
  const working = new Set<ReadingProcess>()
  const turns = createTurns(mostProcesses)
  let isClosed = false
  let attached: string | undefined
  /** How often in a row one was ended to give way: where somebody writes much, all come back more slowly. */
  let ends = 0

  function take(): ReadingProcess {
    for (const [process, timer] of resting) {
      resting.delete(process)
      clearTimeout(timer)
      if (!process.hasEnded) return process
    }
    return startReadingProcess(path)
  }
  function putBack(process: ReadingProcess): void {
    working.delete(process)
    if (process.hasEnded) return
    const retire = () => {
      resting.delete(process)
      process.end()
    }
    if (isClosed) retire()
    else resting.set(process, setTimeout(retire, idle).unref())
  }
  async function once(question: Question, { asker, longest }: Waiter): Promise<Outcome> {
    const process = take()
    working.add(process)
    let isOver = false
    let isAlone = false
    const stopWaiting = asker?.whenGone(() => {
      isAlone = true
      process.end()
    })
    // While it runs, this timer keeps our process alive: the reading one does not.
    const timer = setTimeout(() => {
      isOver = true
      process.end()
    }, longest)
    try {
      const outcome = await process.ask(attached === undefined ? question : { ...question, attached })
      if ('ended' in outcome && isAlone) return { refusal: readRefusal('READ_GIVEN_UP') }
      // What comes when the process is about to be ended comes too late: else it would hang on chance.
      return isOver ? { refusal: readRefusal('READ_TOO_LONG') } : outcome
    } finally {
      clearTimeout(timer)
      stopWaiting?.()
      putBack(process)
    }
  }
  return {
    async read(question, longest) {
      const start = performance.now()
      const asker = presentAsker()
      const most = longest ?? longestOfAny
      // Whoever has little time is told that it is over, whatever it was that took it.
      const late = (): Outcome => ({ refusal: readRefusal(longest === undefined ? 'READ_HELD_UP' : 'READ_TOO_LONG') })
      while (true) {
        const left = most - (performance.now() - start)
        const patience = longest === undefined ? undefined : { longest: left, late }
        const read = async () => {
          if (isClosed || performance.now() - start > most) return late()
          return await once(question, { asker, longest: most })
        }
        const outcome = await turns.take<Outcome>(question.sql, read, patience)
        if ('rows' in outcome) {
          ends = 0
          return outcome.rows
        }
        if ('refusal' in outcome && !isBusy(outcome.refusal)) throw outcome.refusal
        // Only its own watch and this process kill it; anything else would happen again.
        if ('ended' in outcome && outcome.ended !== 'SIGKILL') throw explained(outcome.ended)
        if ('ended' in outcome) ends += 1
        await pause('ended' in outcome ? pauses.ended[Math.min(ends, pauses.ended.length) - 1] : pauses.refused)
      }
    },
    attach(beside) {
      attached = beside
    },
    close() {
      isClosed = true
      for (const [process, timer] of resting) {
        clearTimeout(timer)
        process.end()
      }
      resting.clear()
      for (const process of working) process.end()
    },
  }
}

/** A signal tells of a result that no memory holds; a status, of a process that cannot be started at all. */
function explained(ended: NodeJS.Signals | number): Error {
  return typeof ended === 'string' ? readRefusal('READ_TOO_LONG') : new Error(`The reading process ended with ${ended}`)
}

const messages: { readonly [code in ReadRefusal]: string } = {
  READ_TOO_LONG: 'The read took too long',
  READ_HELD_UP: 'Others were writing for as long as it could wait',
  READ_GIVEN_UP: 'Nobody waits for the read any more',
}

/** Whether it was this process that ended a read, which tells nothing of the file. */
export function isReadRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && Object.hasOwn(messages, String(error.code))
}

function readRefusal(code: ReadRefusal): Error {
  return Object.assign(new Error(messages[code]), { code })
}
