/** Puts a tiny script in front of everything, so that the chosen theme and direction are there before the first picture, and the texts with the code. */
import type { Plugin, Rollup } from 'vite'

/** The entry name of the script. */
export const startEntry = 'start'

/** Links the script as a classic one, which the browser runs before it paints; in development as a module. */
export function startScript(): Plugin {
  return {
    name: 'haykal:start-script',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) {
          return [{ tag: 'script', attrs: { type: 'module', src: '/src/start.ts' }, injectTo: 'head-prepend' }]
        }
        const chunk = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === startEntry)
        if (chunk?.type !== 'chunk') throw new Error('The start script is missing from the build')
        if (/\b(?:import|export)\b/.test(chunk.code)) {
          throw new Error('src/start.ts must stand alone: it runs as a classic script, without imports and exports')
        }
        const attrs = { src: `/${chunk.fileName}`, 'data-texts': JSON.stringify(textsIn(bundle)) }
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
      },
    },
  }
}

/** The files of the languages, by their codes. */
function textsIn(bundle: Rollup.OutputBundle): { readonly [language: string]: string } {
  const found = Object.values(bundle).flatMap((each) => {
    const code = each.type === 'chunk' && /\/messages\/src\/catalogues\/(\w+)\.ts$/.exec(each.facadeModuleId ?? '')?.[1]
    return code ? [[code, `/${each.fileName}`] as const] : []
  })
  if (found.length === 0) throw new Error('The build has no texts')
  return Object.fromEntries(found)
}
