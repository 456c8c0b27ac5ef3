/** Ends the build when code that is for signed-in people only has come into a file that everyone may load. */
import type { Plugin, Rolldown } from 'vite'

/** The entry whose files are for signed-in people. */
const privateEntry = 'project-web'

/** The plugin: what strangers load may hold only what their own entries lead to. */
export function keepFacesApart(): Plugin {
  return {
    name: 'haykal:keep-faces-apart',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
      const openEntries = chunks.filter((chunk) => chunk.isEntry && chunk.name !== privateEntry)
      const openChunks = reach(openEntries, (chunk) => chunksOf(bundle, [...chunk.imports, ...chunk.dynamicImports]))
      const openModules = reach(
        openEntries.flatMap((chunk) => chunk.facadeModuleId ?? []),
        (id) => {
          const module = this.getModuleInfo(id)
          return module ? [...module.importedIds, ...module.dynamicallyImportedIds] : []
        },
      )
      for (const chunk of openChunks) {
        // What begins with a NUL was made by the build itself.
        const stray = chunk.moduleIds.find((id) => !openModules.has(id) && !id.startsWith('\0'))
        if (stray === undefined) continue
        this.error(`${chunk.fileName}, which everyone may load, holds ${stray}, which only ${privateEntry} leads to.`)
      }
    },
  }
}

function chunksOf(bundle: Rolldown.OutputBundle, fileNames: readonly string[]): Rolldown.OutputChunk[] {
  return fileNames.flatMap((name) => {
    const chunk = bundle[name]
    return chunk?.type === 'chunk' ? [chunk] : []
  })
}

/** Everything that a few things lead to, themselves included. */
function reach<Thing>(begin: readonly Thing[], next: (thing: Thing) => readonly Thing[]): ReadonlySet<Thing> {
  const found = new Set<Thing>()
  const waiting = [...begin]
  for (let thing = waiting.pop(); thing !== undefined; thing = waiting.pop()) {
    if (found.has(thing)) continue
    found.add(thing)
    waiting.push(...next(thing))
  }
  return found
}
