/** `haykal openapi`: the API as a document, as an owner sees it. */
import { buildOpenapi } from '../openapi/build-openapi.ts'
import { findTarget } from '../project/find-target.ts'
import { openTarget } from '../project/open-target.ts'
import type { Call } from './command.ts'
import { settingsOf } from './serve-target.ts'

/** Prints the document. */
export async function run(call: Call): Promise<void> {
  const { terminal, words } = call
  const settings = settingsOf(call)
  const say = (sentence: string) => terminal.tell(sentence)
  const { cwd } = terminal
  const opened = await openTarget(findTarget(words[0], cwd), { settings, cwd, scale: 1, modules: {}, say })
  try {
    const viewer = { id: null, role: 'owner' } as const
    const { publicUrl } = settings
    const document = buildOpenapi({ state: opened.state, viewer, ...(publicUrl ? { publicUrl } : {}) })
    terminal.out(JSON.stringify(document, null, 2))
  } finally {
    await opened.close()
  }
}
