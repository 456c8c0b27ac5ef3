/** Runs code of the project inside of a write: what it throws ends the write, and is told without what is nobody's business. */
import type { Engine } from '@haykal/database'
import { HaykalError } from '@haykal/model'

/** So many hooks may lead to each other, each by a save of its own; more are most likely a circle. */
const deepest = 10

/** Runs it. Throws `project_failed` for what is a mistake of the project: the reason stands in the log. */
export async function runProjectCode<Result>(engine: Engine, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof HaykalError || engine.explainRefusal(error)) throw error
    throw new HaykalError('project_failed', { cause: error })
  }
}

/** Throws where hooks call each other without end. */
export function expectShallow(depth: number): void {
  if (depth <= deepest) return
  throw new HaykalError('project_failed', {
    cause: new Error(`Hooks have led to each other ${deepest} times: a circle`),
  })
}
