/** Keeps all that the first screen needs in one file: packed together it is smaller, and it is one request. */
import type { Plugin } from 'vite'

/** What decides which modules belong together: the plugin finds out, the grouping asks. */
export interface FirstChunk {
  readonly plugin: Plugin
  /** Whether the first screen needs a module. */
  readonly has: (id: string) => boolean
}

/** What packages export through one file with all the rest, but only later screens use: forms, actions on records, records beside their parents, the palette. */
const later = new RegExp(
  [
    String.raw`/(useBlocker|useQueries|queriesObserver)\.js$`,
    String.raw`/model/src/(adoption|parse-draft|fold-text|expressions/[a-z-]+)\.ts$`,
    String.raw`/model/src/(parse-operand|filter|matches|me-reference|bind-condition|condition|viewer)\.ts$`,
    String.raw`/model/src/(clock|follow-path|relative-moment|tell-condition|unlimited-path)\.ts$`,
  ].join('|'),
)

/** Gathers what `entry` imports at once, and what that imports. */
export function firstChunk(entry: string): FirstChunk {
  const found = new Set<string>()
  const plugin: Plugin = {
    name: 'haykal:one-first-chunk',
    apply: 'build',
    buildEnd() {
      const waiting = [entry]
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (found.has(id)) continue
        found.add(id)
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
      }
    },
  }
  // The entry itself stays apart: the manifest names it, and the server finds by it what strangers may load.
  return { plugin, has: (id) => id !== entry && found.has(id) && !later.test(id) }
}
